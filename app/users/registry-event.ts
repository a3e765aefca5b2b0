import type { UserId } from './user.ts';

/** What one step changed; who listens reads the rest from the registry, which is already the new one. */
export interface RegistryEvent {
  /** Added, changed and removed users. A switch alone changes none. */
  readonly users: readonly UserId[];
  readonly isOrderChanged: boolean;
  readonly isActiveChanged: boolean;
}

export type RegistryListener = (event: RegistryEvent) => void;

/**
 * Listeners of the registry. One that throws does not stop the others, and one may be added or removed while an
 * event is on its way (peer case T50).
 */
export class RegistryListeners {
  readonly #listeners = new Set<{ readonly only: UserId | undefined; readonly listener: RegistryListener }>();
  readonly #onListenerFailure: (cause: unknown) => void;

  constructor(onListenerFailure: (cause: unknown) => void) {
    this.#onListenerFailure = onListenerFailure;
  }

  /** With `only`, the listener hears of events that change that user alone. Returns the end of it. */
  add(listener: RegistryListener, only?: UserId): () => void {
    const entry = { only, listener };
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  emit(event: RegistryEvent): void {
    for (const entry of Array.from(this.#listeners)) {
      const isWanted = entry.only === undefined || event.users.includes(entry.only);
      if (!isWanted || !this.#listeners.has(entry)) continue;
      try {
        entry.listener(event);
      } catch (cause) {
        this.#onListenerFailure(cause);
      }
    }
  }
}
