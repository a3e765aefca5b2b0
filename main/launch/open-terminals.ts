import { app } from 'electron';
import type { DeskView } from '../../app/contract/desk-views.ts';
import type { SessionStorageView } from '../../app/contract/views.ts';
import type { DiagnosisFacts } from '../../app/diagnosis/diagnosis-report.ts';
import { TerminalDesk } from '../../app/launch/terminal-desk.ts';
import type { Log, Timers } from '../../app/ports.ts';
import type { Asking } from '../../app/surfaces/asking.ts';
import type { UserId } from '../../app/users/user.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import { askedBy } from '../audit/surface.ts';
import { HiddenLife } from '../command-line/hidden-life.ts';
import { socketPlaceOf } from '../command-line/socket-place.ts';
import { TerminalServer } from '../command-line/terminal-server.ts';

export interface TerminalsOptions {
  readonly userData: string;
  readonly runtimeDirectory: string | undefined;
  readonly asking: Asking;
  readonly registry: () => UserRegistry;
  readonly namesOf: (userId: UserId) => { readonly account: string; readonly service: string };
  readonly sessionStorage: () => SessionStorageView['kind'];
  readonly desk: () => DeskView;
  readonly diagnose: () => Promise<DiagnosisFacts>;
  /** Was this Hotseat started for a command, without a window? */
  readonly isForCommand: boolean;
  readonly isWindowOpen: () => boolean;
  readonly timers: Timers;
  readonly log: Log;
}

/** Answers terminals from here on. */
export const openTerminals = async (options: TerminalsOptions): Promise<{ close(): Promise<void> }> => {
  const { platform } = process;
  const desk = new TerminalDesk({
    asking: options.asking,
    registry: options.registry,
    diagnose: options.diagnose,
    namesOf: options.namesOf,
    circumstances: () => {
      const { switching, policy } = options.desk();
      return { version: app.getVersion(), storage: options.sessionStorage(), switching, policy };
    },
  });
  const life = options.isForCommand
    ? new HiddenLife({ timers: options.timers, isSeen: options.isWindowOpen, quit: () => app.quit() })
    : undefined;
  const server = new TerminalServer({
    path: socketPlaceOf(options.userData, { platform, runtimeDirectory: options.runtimeDirectory }),
    platform,
    log: options.log,
    answer: (command) => {
      life?.used();
      return askedBy('commandLine', () => desk.answer(command));
    },
  });
  await server.listen();
  return server;
};
