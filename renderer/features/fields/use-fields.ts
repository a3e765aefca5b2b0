import { useEffect, useRef, type RefCallback } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import { sentenceOf, type Occasion } from '../../text/sentences.ts';

export type FieldValues<Key extends string> = Readonly<Record<Key, string>>;

interface FieldsOptions<Key extends string> {
  /** Those on screen, from top to bottom. */
  readonly shown: readonly Key[];
  readonly values: FieldValues<Key>;
  readonly error: ErrorReport | undefined;
  readonly occasion?: Occasion;
  readonly isReadOnly: boolean;
  /** Where the focus starts. */
  readonly focusOn?: Key | undefined;
  /** Where the focus goes after a failure that is about no field. */
  readonly focusAfterFailure?: Key | undefined;
  readonly onChange: (values: FieldValues<Key>) => void;
}

interface FieldBinding {
  readonly inputRef: RefCallback<HTMLElement>;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly fault: string | undefined;
  readonly autoFocus: boolean;
  readonly isReadOnly: boolean;
}

interface Fields<Key extends string> {
  /** Props of the field. */
  readonly bind: (key: Key) => FieldBinding;
  /** The sentence of a failure that belongs to none of the fields. */
  readonly unplaced: string | undefined;
}

/** The fields of a form. A failure goes to its field, and the focus with it. */
export const useFields = <Key extends string>(options: FieldsOptions<Key>): Fields<Key> => {
  const { shown, values, error, occasion, focusAfterFailure, onChange } = options;
  const inputs = useRef(new Map<Key, HTMLElement>());
  const faulty = error && shown.find((key) => key === fieldOf(error));
  const focusKey = faulty ?? focusAfterFailure;

  useEffect(() => {
    if (error && focusKey !== undefined) inputs.current.get(focusKey)?.focus();
  }, [error, focusKey]);

  const bind = (key: Key): FieldBinding => ({
    inputRef: (element) => {
      if (element) inputs.current.set(key, element);
      else inputs.current.delete(key);
    },
    value: values[key],
    onChange: (text) => onChange({ ...values, [key]: text }),
    fault: error && key === faulty ? sentenceOf(error, occasion) : undefined,
    autoFocus: options.focusOn === key,
    isReadOnly: options.isReadOnly,
  });

  return { bind, unplaced: error && faulty === undefined ? sentenceOf(error, occasion) : undefined };
};

/** The name of the field that a failure is about, as errors call it. */
export const fieldOf = (error: ErrorReport): string | undefined => {
  if (error.code === 'invalidInput') return error.field;
  return error.code === 'conflict' && error.with === 'emailTaken' ? 'email' : undefined;
};
