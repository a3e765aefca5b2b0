const pageRows = 6;

/** Where a key takes the choice in a list that goes round; nowhere for a key that is the field's own. */
export const chosenAfter = (key: string, current: number, count: number): number | undefined => {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (current - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, current + pageRows);
    case 'PageUp':
      return Math.max(0, current - pageRows);
    default:
      return undefined;
  }
};
