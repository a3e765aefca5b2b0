import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemPreferences } from 'electron';
import type { UserId } from '../../app/users/user.ts';
import { systemTouchId, type TouchId } from '../locks/touch-id.ts';
import { DeskBook } from '../policy/desk-book.ts';
import { policyFile, systemPolicy, type PolicySource } from '../policy/policy-source.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { systemWords } from '../shell/spoken.ts';

export interface DeskOptions {
  readonly userData: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly settings: SettingsBook;
  accountName(userId: UserId): string | undefined;
  /** An administrator’s policy is there and cannot be understood. */
  policyBroken(): void;
}

/** The rules of this computer, and what it can ask its person by itself. */
export const openDesk = (options: DeskOptions): { readonly desk: DeskBook; readonly touchId: TouchId } => {
  const touchId = systemTouchId(systemPreferences, (userId) => {
    const name = options.accountName(userId);
    return name === undefined ? systemWords.touchId.account : systemWords.touchId.named({ name });
  });
  const desk = new DeskBook(options.settings, policySource(options), () => touchId.isOffered());
  const tellIfBroken = (): void => {
    if (desk.view.policy === 'broken') options.policyBroken();
  };
  tellIfBroken();
  desk.subscribe(tellIfBroken);
  return { desk, touchId };
};

/** An app that is run from its sources, for tests, takes one in its profile for the administrator's. */
const policySource = ({ userData, platform }: DeskOptions): PolicySource => {
  const path = join(userData, 'policy.json');
  return !__PACKAGED_GUARDS__ && existsSync(path)
    ? policyFile({ path, ownerId: process.getuid?.() ?? 0 })
    : systemPolicy(platform);
};
