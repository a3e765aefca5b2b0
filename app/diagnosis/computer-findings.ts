import type { DeskView } from '../contract/desk-views.ts';
import type { UpdateView } from '../contract/update-views.ts';
import type { CrashRecord } from './crash-record.ts';
import type { Finding } from './finding.ts';

export const policyFinding = ({
  policy,
  setByPolicy,
  unknownKeys,
}: Pick<DeskView, 'policy' | 'setByPolicy' | 'unknownKeys'>): Finding => {
  if (policy === 'none') return { code: 'policyNone' };
  if (policy === 'broken') return { code: 'policyBroken' };
  return unknownKeys.length > 0
    ? { code: 'policyUnknownKeys', unknownKeys: unknownKeys.length }
    : { code: 'policyHolds', keys: setByPolicy.length };
};

/** `releases`: where this build takes newer versions from, if it knows such a place. */
export const updatesFinding = (view: UpdateView, releases: string | undefined): Finding => {
  const origin = releases === undefined ? {} : { origin: releases };
  switch (view.kind) {
    case 'off':
      return { code: 'updatesOff', because: view.because, ...origin };
    case 'idle':
    case 'checking':
      return { code: 'updatesOn', ...origin, ...checkedAt(view.checkedAtMs) };
    case 'systemTooOld':
      return { code: 'updateNeedsSystem', ...origin, version: view.version };
    case 'failed':
      if (view.because === 'offline')
        return { code: 'updatesUnreached', ...origin, ...checkedAt(view.checkedAtMs) };
      return {
        code: 'updatesFailed',
        ...origin,
        during: view.during,
        because: view.because,
        ...checkedAt(view.checkedAtMs),
      };
    default:
      return { code: 'updateWaits', ...origin, version: view.offer.version };
  }
};

const checkedAt = (atMs: number | undefined): { readonly checkedAt?: string } =>
  atMs === undefined ? {} : { checkedAt: new Date(atMs).toISOString() };

const crashDays = 7;
const dayMs = 24 * 60 * 60 * 1000;

/** Of the last seven days. */
export const crashesFinding = (records: readonly CrashRecord[], nowMs: number): Finding => {
  const recent = records.filter(({ at }) => Date.parse(at) > nowMs - crashDays * dayMs);
  const unfinished = recent.filter(({ reason }) => reason === 'notQuit').length;
  return recent.length === 0
    ? { code: 'crashesNone', days: crashDays }
    : { code: 'crashesSeen', days: crashDays, crashes: recent.length - unfinished, unfinished };
};
