import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorReport, ServiceId } from '../../../app/contract/bridge.ts';
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
  const isShown = useRef(true);

  const read = useCallback(async () => {
    const outcome = await window.hotseat.execute('readRequestBook', { serviceId });
    if (!isShown.current) return;
    setError(outcome.ok ? undefined : outcome.error);
    if (outcome.ok) setBook(outcome.value);
  }, [serviceId]);

  useEffect(() => {
    isShown.current = true;
    void read();
    return () => {
      isShown.current = false;
    };
  }, [read]);

  const forget = async (id: string, title: string): Promise<void> => {
    const outcome = await window.hotseat.execute('forgetRequest', { serviceId, id });
    if (!isShown.current) return;
    if (!outcome.ok) return setError(outcome.error);
    announce(requestWords.wasForgotten(title));
    await read();
  };

  return { book, error, read, forget };
};
