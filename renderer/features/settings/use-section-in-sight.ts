import { useEffect, useState, type RefObject } from 'react';

/** How far below the upper edge a section may begin and still be the one that is read, as a part of the height. */
const readingPart = 0.25;

/** The id of the section that is read now: the last one that begins near the upper edge, or above it. */
export const useSectionInSight = (column: RefObject<HTMLElement | null>): string | undefined => {
  const [id, setId] = useState<string>();
  useEffect(() => {
    const element = column.current;
    if (!element) return undefined;
    const look = () => {
      const { top, height } = element.getBoundingClientRect();
      const places = [...element.querySelectorAll<HTMLElement>('[data-section]:not([hidden])')];
      const line = Math.max(0, top) + Math.min(height, innerHeight) * readingPart;
      const above = places.filter((place) => place.getBoundingClientRect().top <= line);
      setId((above.at(-1) ?? places[0])?.dataset['section']);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    // Whichever scrolls: it, or in a narrow window what is around it.
    const onScroll = { capture: true, passive: true } as const;
    document.addEventListener('scroll', look, onScroll);
    return () => {
      observer.disconnect();
      document.removeEventListener('scroll', look, onScroll);
    };
  }, [column]);
  return id;
};
