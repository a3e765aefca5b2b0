import { useEffect, type RefObject } from 'react';

/**
 * Keeps the focus in a surface when the element that had it goes away or is disabled. Browsers then drop the focus
 * without any event, and the keyboard, Escape too, would act on nothing.
 */
export const useKeptFocus = (surface: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = surface.current;
    if (!element) return undefined;
    let frame = 0;
    const check = () => {
      // The browser drops the focus of a disabled element with the next frame; a page may take it in its first.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          const isOnTop = element.closest('[inert], [aria-hidden=true]') === null;
          if (isOnTop && document.activeElement === document.body) element.focus();
        });
      });
    };
    const observer = new MutationObserver(check);
    // The whole page, since a surface above this one may close and leave the focus nowhere.
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [surface]);
};

/**
 * Gives the focus to an element that has just come. Once more a moment later, since the element that goes away with
 * the same drawing may leave the focus to whoever is first in the surface.
 */
export const useFocusOnArrival = (arrived: RefObject<HTMLElement | null>, isWanted: boolean): void => {
  useEffect(() => {
    if (!isWanted) return undefined;
    arrived.current?.focus();
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => arrived.current?.focus());
    });
    return () => cancelAnimationFrame(frame);
  }, [arrived, isWanted]);
};
