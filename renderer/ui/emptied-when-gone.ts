import { useLayoutEffect, type RefObject } from 'react';

/**
 * Empties a field when it goes. A form that has gone may stay in memory with all of its fields, as long as React
 * keeps an older drawing of what is around it, and a secret must not stay with it.
 */
export const useEmptiedWhenGone = (field: RefObject<HTMLElement | null>, isSecret: boolean): void => {
  useLayoutEffect(() => {
    const input = isSecret ? field.current?.querySelector('input') : undefined;
    return () => {
      if (input) input.value = '';
    };
  }, [field, isSecret]);
};
