import { verdictOf } from '../diagnosis/diagnosis-report.ts';
import type { TerminalAnswer, TerminalFailure } from './terminal-answer.ts';

/** What `hotseat` ends with, for scripts (docs/command-line.md). 77 is that of a refused switch. */
export const exitCodes = {
  done: 0,
  failed: 1,
  misuse: 2,
  nobody: 3,
  unknownAccount: 4,
  ambiguous: 5,
  locked: 6,
  loggedOut: 7,
  rules: 8,
  notConfirmed: 9,
  unreachable: 10,
  notInOrder: 11,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodeOf = (answer: TerminalAnswer): ExitCode => {
  switch (answer.kind) {
    case 'accounts':
    case 'status':
    case 'done':
    case 'allLocked':
      return exitCodes.done;
    case 'diagnosis':
      return verdictOf(answer.report) === 'failed' ? exitCodes.notInOrder : exitCodes.done;
    case 'active':
      return answer.account ? exitCodes.done : exitCodes.nobody;
    case 'nobody':
      return exitCodes.nobody;
    case 'asksFirst':
      return exitCodes.notConfirmed;
    case 'unknownAccount':
      return exitCodes.unknownAccount;
    case 'ambiguous':
      return exitCodes.ambiguous;
    case 'failed':
      return ofFailure[answer.because];
    default:
      return exitCodes.unreachable;
  }
};

const ofFailure: Readonly<Record<TerminalFailure, ExitCode>> = {
  locked: exitCodes.locked,
  loggedOut: exitCodes.loggedOut,
  gone: exitCodes.unknownAccount,
  rules: exitCodes.rules,
  noWayToUnlock: exitCodes.failed,
  anonymousWouldGo: exitCodes.failed,
  notSaved: exitCodes.failed,
  unreachable: exitCodes.failed,
  superseded: exitCodes.failed,
  unexpected: exitCodes.failed,
};
