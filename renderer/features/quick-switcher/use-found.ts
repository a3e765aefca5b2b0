import { useEffect, useRef, useState } from 'react';
import type { FoundView } from '../../../app/contract/quick-switcher-views.ts';
import { findByText } from '../../state/quick-switcher.ts';

interface Search {
  readonly text: string;
  readonly found: readonly FoundView[];
  /** Has nothing been found yet, for any text? */
  readonly isFirst: boolean;
  readonly search: (text: string) => void;
  /** What is found for the text as it is now, as soon as it is. */
  readonly settled: () => Promise<readonly FoundView[]>;
}

/**
 * Asks main for every text; what comes for an earlier one is dropped, and until then the list stays.
 *
 * @param first what is found for nothing typed, where it was asked for already
 */
export const useFound = (first: readonly FoundView[] | undefined): Search => {
  const [text, setText] = useState('');
  const [found, setFound] = useState(first);
  const latest = useRef<Promise<readonly FoundView[]>>(undefined);

  useEffect(() => {
    const show = async (answer: Promise<readonly FoundView[]>): Promise<void> => {
      const value = await answer;
      if (latest.current === answer) setFound(value);
    };
    latest.current = text === '' && first ? Promise.resolve(first) : findByText(text);
    void show(latest.current);
    return () => {
      latest.current = undefined;
    };
  }, [text, first]);

  return {
    text,
    found: found ?? [],
    isFirst: found === undefined,
    search: setText,
    settled: async () => (await latest.current) ?? [],
  };
};
