import { useEffect, useState, type RefObject } from 'react';

/** How far below the upper edge a section begins and still is the one that is read, as a part of the height. */
const readingPart = 0.25;

/** The id of the section that is read now in a column that scrolls: the last one that begins above its middle. */
export const useSectionInSight = (column: RefObject<HTMLElement | null>): string | undefined => {
  const [id, setId] = useState<string>();
  useEffect(() => {
    const element = column.current;
    if (!element) return undefined;
    const look = () => {
      const { top, height } = element.getBoundingClientRect();
      const places = [...element.querySelectorAll<HTMLElement>('[data-section]:not([hidden])')];
      const line = top + height * readingPart;
      const above = places.filter((place) => place.getBoundingClientRect().top <= line);
      setId((above.at(-1) ?? places[0])?.dataset['section']);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [column]);
  return id;
};
