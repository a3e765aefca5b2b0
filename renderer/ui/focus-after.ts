import { useEffect, useRef } from 'react';

/** Longer than React Aria takes to give the focus back to where it was, if that is still there. */
const focusReturnedMs = 60;

/** Where what had the focus is gone with a surface, it goes to the list, or to where an account is added. */
export const useFocusAfter = (isOpen: boolean): void => {
  const wasOpen = useRef(false);
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!isClosed) return undefined;
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('[role=grid] [role=row][data-key], main button')?.focus();
    }, focusReturnedMs);
    return () => clearTimeout(timer);
  }, [isOpen]);
};
