import { useEffect, useState } from 'react';
import type { ErrorReport, Outcome, ServiceId } from '../../../app/contract/bridge.ts';
import type { RequestBook } from '../../../app/contract/request-views.ts';
import { announce } from '../../state/view.ts';
import { requestWords } from '../../text/request-words.ts';

interface ShownBook {
  readonly book: RequestBook | undefined;
  readonly error: ErrorReport | undefined;
  readonly read: () => Promise<void>;
  readonly forget: (id: string, title: string) => Promise<void>;
}

/** The book of one service, read when somebody opens it. */
export const useRequestBook = (serviceId: ServiceId): ShownBook => {
  const [book, setBook] = useState<RequestBook>();
  const [error, setError] = useState<ErrorReport>();

  const take = (outcome: Outcome<RequestBook>): void => {
    setError(outcome.ok ? undefined : outcome.error);
    if (outcome.ok) setBook(outcome.value);
  };

  useEffect(() => {
    let isShown = true;
    void ask(serviceId).then((outcome) => {
      if (isShown) take(outcome);
      return undefined;
    });
    return () => {
      isShown = false;
    };
  }, [serviceId]);

  const read = async (): Promise<void> => take(await ask(serviceId));

  const forget = async (id: string, title: string): Promise<void> => {
    const outcome = await window.hotseat.execute('forgetRequest', { serviceId, id });
    if (!outcome.ok) return setError(outcome.error);
    announce(requestWords.wasForgotten(title));
    await read();
  };

  return { book, error, read, forget };
};

const ask = (serviceId: ServiceId): Promise<Outcome<RequestBook>> =>
  window.hotseat.execute('readRequestBook', { serviceId });
