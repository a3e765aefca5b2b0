import type { CommandInput, CommandName, CommandOutput } from '../../app/contract/commands.ts';
import type { Snapshot } from '../../app/contract/views.ts';
import { done, succeed, type Outcome } from '../../app/outcome.ts';
import type { JsonValue } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import type { LogInAttempts } from './log-in-attempts.ts';

/** What is done for every command of the contract; a command without a line here does not compile. */
export type CommandTable = {
  readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<Outcome<Answer<Name>>>;
};

/** As the core gives it: nothing as `void`, and JSON that nobody may change. The router has the contract's word. */
type Answer<Name extends CommandName> = Name extends 'callFunction'
  ? JsonValue
  : [CommandOutput<Name>] extends [undefined]
    ? void
    : CommandOutput<Name>;

export interface CommandParts {
  readonly switcher: Switcher;
  readonly attempts: LogInAttempts;
  readSnapshot(): Snapshot;
  checkSessionStorage(): Promise<void>;
  dismissNotice(noticeId: string): void;
}

export const commandTable = (parts: CommandParts): CommandTable => {
  const { switcher, attempts } = parts;
  return {
    readSnapshot: async () => succeed(parts.readSnapshot()),
    logIn: ({ attemptId, ...request }) =>
      attempts.run(attemptId, (cancellation) => switcher.logIn(request, cancellation)),
    createAccount: ({ attemptId, serviceId, ...account }) =>
      attempts.run(attemptId, (cancellation) => switcher.createAccount({ serviceId, account }, cancellation)),
    cancelLogIn: async ({ attemptId }) => {
      attempts.cancel(attemptId);
      return done;
    },
    switchTo: ({ userId }) => switcher.switchTo(userId),
    logOut: ({ userId }) => switcher.logOut(userId),
    rename: ({ userId, nickname }) => switcher.rename(userId, nickname),
    remove: ({ userId }) => switcher.remove(userId),
    deleteAccount: ({ userId }) => switcher.deleteAccount(userId),
    callFunction: ({ userId, name, arguments: args }) => switcher.callFunction(userId, name, args),
    checkSessionStorage: async () => {
      await parts.checkSessionStorage();
      return done;
    },
    dismissNotice: async ({ noticeId }) => {
      parts.dismissNotice(noticeId);
      return done;
    },
  };
};
