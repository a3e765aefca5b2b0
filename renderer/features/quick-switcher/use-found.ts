import { useEffect, useRef, useState } from 'react';
import type { FoundView } from '../../../app/contract/quick-switcher-views.ts';

export interface Search {
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

  const ask = (wanted: string) => {
    const answer = find(wanted);
    latest.current = answer;
    void answer.then((value) => {
      if (latest.current === answer) setFound(value);
    });
  };
  useEffect(() => {
    ask('');
    return () => {
      latest.current = undefined;
    };
  }, []);

  return {
    text,
    found: found ?? [],
    isFirst: found === undefined,
    search: (wanted) => {
      setText(wanted);
      ask(wanted);
    },
    settled: async () => (await latest.current) ?? [],
  };
};
