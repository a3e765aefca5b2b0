import { useEffect, useMemo, useState } from 'react';
import type { ErrorReport, Outcome, UserId } from '../../../app/contract/bridge.ts';
import type { ApiKeyView } from '../../../app/contract/views.ts';
import { withEnabled, withKey, withoutKey } from './api-key-list.ts';

interface ApiKeysState {
  /** Undefined until the service has answered once. */
  readonly keys: readonly ApiKeyView[] | undefined;
  readonly error: ErrorReport | undefined;
  /** The key that something is being done with. */
  readonly busyId: string | undefined;
  readonly read: () => void;
  readonly create: (name: string) => Promise<ErrorReport | undefined>;
  readonly setEnabled: (keyId: string, isEnabled: boolean) => void;
  readonly remove: (keyId: string) => Promise<Outcome<unknown>>;
}

/** The API keys of one user, never the keys themselves. What main confirms is shown without asking again. */
export const useApiKeys = (userId: UserId): ApiKeysState => {
  const [keys, setKeys] = useState<readonly ApiKeyView[]>();
  const [error, setError] = useState<ErrorReport>();
  const [busyId, setBusyId] = useState<string>();

  const actions = useMemo(() => {
    const read = async () => {
      setError(undefined);
      const outcome = await window.hotseat.execute('listApiKeys', { userId });
      if (outcome.ok) setKeys(outcome.value);
      else setError(outcome.error);
    };
    const setEnabled = async (keyId: string, isEnabled: boolean) => {
      setError(undefined);
      setBusyId(keyId);
      const outcome = await window.hotseat.execute('setApiKeyEnabled', { userId, keyId, isEnabled });
      setBusyId(undefined);
      if (outcome.ok) setKeys((now) => now && withEnabled(now, keyId, isEnabled));
      else setError(outcome.error);
    };
    return {
      read: () => void read(),
      create: async (name: string) => {
        const outcome = await window.hotseat.execute('createApiKey', { userId, name });
        if (outcome.ok) setKeys((now) => now && withKey(now, outcome.value));
        return outcome.ok ? undefined : outcome.error;
      },
      setEnabled: (keyId: string, isEnabled: boolean) => void setEnabled(keyId, isEnabled),
      remove: async (keyId: string) => {
        const outcome = await window.hotseat.execute('deleteApiKey', { userId, keyId });
        if (outcome.ok) setKeys((now) => now && withoutKey(now, keyId));
        return outcome;
      },
    };
  }, [userId]);

  useEffect(() => actions.read(), [actions]);

  return { keys, error, busyId, ...actions };
};
