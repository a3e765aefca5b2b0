import { useEffect, useRef, useState } from 'react';
import type { FoundView } from '../../../app/contract/quick-switcher-views.ts';

interface Search {
  readonly text: string;
  readonly found: readonly FoundView[];
  /** Has nothing been found yet, for any text? */
  readonly isFirst: boolean;
  readonly search: (text: string) => void;
  /** What is found for the text as it is now, as soon as it is. */
  readonly settled: () => Promise<readonly FoundView[]>;
}

const find = async (text: string): Promise<readonly FoundView[]> => {
  const outcome = await window.hotseat.execute('findByText', { text });
  return outcome.ok ? outcome.value : [];
};

/** Asks main for every text; what comes for an earlier one is dropped, and until then the list stays. */
export const useFound = (): Search => {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly FoundView[]>();
  const latest = useRef<Promise<readonly FoundView[]>>(undefined);

  useEffect(() => {
    const show = async (answer: Promise<readonly FoundView[]>): Promise<void> => {
      const value = await answer;
      if (latest.current === answer) setFound(value);
    };
    latest.current = find(text);
    void show(latest.current);
    return () => {
      latest.current = undefined;
    };
  }, [text]);

  return {
    text,
    found: found ?? [],
    isFirst: found === undefined,
    search: setText,
    settled: async () => (await latest.current) ?? [],
  };
};
