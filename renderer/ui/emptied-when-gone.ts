import { useLayoutEffect, type RefObject } from 'react';

/**
 * Empties a field when it goes. A form that has gone may stay in memory with all of its fields, as long as something
 * holds what had the focus in it (React Aria's focus scopes do), and a secret must not stay with it.
 */
export const useEmptiedWhenGone = (field: RefObject<HTMLElement | null>, isSecret: boolean): void => {
  useLayoutEffect(() => {
    const input = isSecret ? field.current?.querySelector('input') : undefined;
    return () => {
      if (!input) return;
      const { form } = input;
      input.value = '';
      // React writes what was typed there, too.
      input.removeAttribute('value');
      // React Aria leaves a `reset` of its own on a form with several fields, and in it what was typed last. It has
      // cleaned up by the next turn.
      if (form)
        setTimeout(() => {
          if (!form.isConnected) Reflect.deleteProperty(form, 'reset');
        });
    };
  }, [field, isSecret]);
};
