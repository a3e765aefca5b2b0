import { z } from 'zod';
import {
  checkNames,
  checkNameSchema,
  findingSchema,
  type CheckName,
  type Finding,
  type FindingCode,
} from './finding.ts';

/** `advice`: Hotseat does what it should, and something could be better. */
const verdictSchema = z.enum(['ok', 'advice', 'failed']);
export type Verdict = z.infer<typeof verdictSchema>;

/** A check that was made, for whoever shows it. */
export const checkResultSchema = z.strictObject({
  /** From 1; the same in every version. */
  number: z.int().min(1).max(checkNames.length),
  check: checkNameSchema,
  verdict: verdictSchema,
  finding: findingSchema,
});
export type CheckResult = z.infer<typeof checkResultSchema>;

const natures: Readonly<Record<Exclude<FindingCode, 'unanswered'>, readonly [CheckName, Verdict]>> = {
  folderSound: ['folder', 'ok'],
  folderOpen: ['folder', 'failed'],
  folderNotOwn: ['folder', 'failed'],
  folderNotWritable: ['folder', 'failed'],
  filesSound: ['files', 'ok'],
  filesDamaged: ['files', 'failed'],
  filesUnreadable: ['files', 'failed'],
  filesNewer: ['files', 'failed'],
  filesDisagree: ['files', 'failed'],
  keyringProtects: ['keyring', 'ok'],
  keyringOther: ['keyring', 'advice'],
  keyringAbsent: ['keyring', 'advice'],
  keyringNotWanted: ['keyring', 'ok'],
  keyringSilent: ['keyring', 'failed'],
  servicesReached: ['services', 'ok'],
  servicesMissing: ['services', 'failed'],
  servicesOffline: ['services', 'advice'],
  clockAgrees: ['clock', 'ok'],
  clockOff: ['clock', 'advice'],
  clockUnknown: ['clock', 'ok'],
  proxyNone: ['proxy', 'ok'],
  proxyUsed: ['proxy', 'ok'],
  policyNone: ['policy', 'ok'],
  policyHolds: ['policy', 'ok'],
  policyUnknownKeys: ['policy', 'advice'],
  policyBroken: ['policy', 'failed'],
  updatesOff: ['updates', 'ok'],
  updatesOn: ['updates', 'ok'],
  updateWaits: ['updates', 'advice'],
  updateNeedsSystem: ['updates', 'advice'],
  updatesUnreached: ['updates', 'advice'],
  updatesFailed: ['updates', 'failed'],
  diskRoomy: ['disk', 'ok'],
  diskLow: ['disk', 'advice'],
  diskFull: ['disk', 'failed'],
  systemKnown: ['system', 'ok'],
  crashesNone: ['crashes', 'ok'],
  crashesSeen: ['crashes', 'advice'],
};

/** Which check a finding is of, and what it is worth. */
export const checkResultOf = (finding: Finding): CheckResult => {
  const [check, verdict] =
    finding.code === 'unanswered' ? ([finding.check, 'failed'] as const) : natures[finding.code];
  return { number: checkNames.indexOf(check) + 1, check, verdict, finding };
};
