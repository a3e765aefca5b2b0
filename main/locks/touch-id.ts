import type { UserId } from '../../app/users/user.ts';

/** The system's own question to whoever is at the computer. It brings a yes or a no, and no key. */
export interface TouchId {
  /** Has the computer a sensor that can be asked now? */
  isOffered(): boolean;
  /** No is also: the person has closed the question, or it could not be put. */
  ask(userId: UserId): Promise<boolean>;
}

/** What Electron has of it, on macOS alone. */
export interface SystemTouchId {
  canPromptTouchID?(): boolean;
  promptTouchID?(reason: string): Promise<void>;
}

/** Touch ID by Electron's `systemPreferences`. Not run yet on macOS. */
export const systemTouchId = (system: SystemTouchId, reasonFor: (userId: UserId) => string): TouchId => ({
  isOffered: () => system.canPromptTouchID?.() ?? false,
  ask: async (userId) => {
    if (!system.promptTouchID) return false;
    try {
      await system.promptTouchID(reasonFor(userId));
      return true;
    } catch {
      return false;
    }
  },
});
