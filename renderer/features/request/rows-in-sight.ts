import { useLayoutEffect, useState, type RefObject } from 'react';

/** From the first row to before the last, with a few more on both sides. */
export interface RowsInSight {
  readonly from: number;
  readonly to: number;
}

const spareRows = 8;

/** Which of equally high rows can be seen in a surface that scrolls. */
export const useRowsInSight = (
  scroller: RefObject<HTMLElement | null>,
  rowPx: number,
  count: number,
): RowsInSight => {
  const [span, setSpan] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => setSpan({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return rowsBetween(span.top, span.height, rowPx, count);
};

export const rowsBetween = (topPx: number, heightPx: number, rowPx: number, count: number): RowsInSight => {
  const from = Math.min(Math.max(0, Math.floor(topPx / rowPx) - spareRows), Math.max(0, count - 1));
  return { from, to: Math.min(count, Math.ceil((topPx + heightPx) / rowPx) + spareRows) };
};
