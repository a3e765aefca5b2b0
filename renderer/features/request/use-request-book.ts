import { useEffect, useState } from 'react';
import type { ErrorReport, Outcome, ServiceId } from '../../../app/contract/bridge.ts';
import type { RequestBook } from '../../../app/contract/request-views.ts';
import { announce } from '../../state/view.ts';
import { requestWords } from '../../text/spoken.ts';

interface Shown {
  readonly book: RequestBook | undefined;
  readonly error: ErrorReport | undefined;
}

interface ShownBook extends Shown {
  readonly read: () => Promise<void>;
  readonly forget: (id: string, title: string) => Promise<void>;
}

/** The book of one service, read when somebody opens it. */
export const useRequestBook = (serviceId: ServiceId): ShownBook => {
  const [{ book, error }, setShown] = useState<Shown>({ book: undefined, error: undefined });

  useEffect(() => {
    let isShown = true;
    void ask(serviceId).then((outcome) => {
      if (isShown) setShown((before) => shownAfter(before, outcome));
      return undefined;
    });
    return () => {
      isShown = false;
    };
  }, [serviceId]);

  const read = async (): Promise<void> => {
    const outcome = await ask(serviceId);
    setShown((before) => shownAfter(before, outcome));
  };

  const forget = async (id: string, title: string): Promise<void> => {
    const outcome = await window.hotseat.execute('forgetRequest', { serviceId, id });
    if (!outcome.ok) return setShown((before) => shownAfter(before, outcome));
    announce(requestWords.wasForgotten({ title }));
    await read();
  };

  return { book, error, read, forget };
};

const ask = (serviceId: ServiceId): Promise<Outcome<RequestBook>> =>
  window.hotseat.execute('readRequestBook', { serviceId });

/** A book that cannot be read anew stays as it was, with the failure beside it. */
const shownAfter = ({ book }: Shown, outcome: Outcome<RequestBook>): Shown =>
  outcome.ok ? { book: outcome.value, error: undefined } : { book, error: outcome.error };
