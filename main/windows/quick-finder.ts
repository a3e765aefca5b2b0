import type { FoundView } from '../../app/contract/quick-switcher-views.ts';
import type { ServiceView } from '../../app/contract/views.ts';
import { findByText, type SearchGround } from '../../app/surfaces/quick-search.ts';
import {
  surfaceCommandSchema,
  surfaceCommands,
  type SurfaceState,
} from '../../app/surfaces/surface-commands.ts';
import type { DeskState } from '../../app/surfaces/user-commands.ts';
import type { UserId } from '../../app/users/user.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import { commandWords, stateWord } from '../shell/command-words.ts';
import { menuWords } from '../shell/spoken.ts';

export interface QuickFinderParts {
  registry(): UserRegistry;
  services(): readonly Pick<ServiceView, 'id' | 'name'>[];
  surface(): SurfaceState;
  desk(): DeskState;
  accountName(userId: UserId): string;
}

/** What the quick switcher shows for a text: accounts, and what can be done, best first. */
export const createQuickFinder =
  (parts: QuickFinderParts): ((text: string) => readonly FoundView[]) =>
  (text) =>
    findByText(text, groundOf(parts)).map((found): FoundView => {
      if (found.kind === 'user') return found;
      if (found.kind === 'userCommand')
        return { ...found, name: menuWords.ofUser[found.command]({ name: parts.accountName(found.userId) }) };
      return { ...found, name: commandWords(found.command).name };
    });

const groundOf = (parts: QuickFinderParts): SearchGround => {
  const state = parts.surface();
  const services = parts.services();
  return {
    registry: parts.registry(),
    desk: parts.desk(),
    commands: surfaceCommandSchema.options
      .filter((command) => surfaceCommands[command].isSearchable && surfaceCommands[command].isEnabled(state))
      .map((command) => ({ command, name: commandWords(command).name })),
    verbs: menuWords.verbs,
    serviceName: (serviceId) => services.find(({ id }) => id === serviceId)?.name ?? '',
    stateWord,
  };
};
