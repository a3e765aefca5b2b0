import type { AuditEntry, AuditVerdict } from '../../app/contract/audit-views.ts';

/** What is said about the audit trail. */
export const auditWords = {
  audit: 'Audit trail',
  keep: 'Write down who did what',
  keepHint:
    'Logins, switches, locks and removals on this computer, each tied to the one before, so that a change shows. No token and no e-mail is in it.',
  keptNames: 'Set by your organisation, with names.',
  keptIds: 'Set by your organisation, without names.',
  open: 'Look at it…',
  title: 'Audit trail',
  filter: 'Find in the trail',
  entries: 'What happened',
  none: 'Nothing has been written down yet.',
  noMatch: 'Nothing of that is in it.',
  older: (count: number) => `Show ${count} more`,
  verify: 'Check it',
  export: 'Export…',
  exported: 'Exported.',
  gone: 'An account that is gone',
  events: {
    started: 'Hotseat started',
    loggedIn: 'logged in',
    switched: 'became active',
    nobodyActive: 'Nobody active',
    locked: 'locked',
    unlocked: 'unlocked',
    unlockFailed: 'not unlocked: wrong PIN or passphrase',
    loggedOut: 'logged out',
    removed: 'removed from this computer',
    rulesChanged: 'Rules changed',
    ended: 'Hotseat ended',
  },
  surfaces: {
    window: 'in the window',
    key: 'by key',
    menu: 'from a menu',
    commandLine: 'in a terminal',
    link: 'by a link',
    computer: 'with the computer',
    itself: 'by itself',
  },
} as const satisfies { readonly events: Record<AuditEntry['event'], string> } & Record<string, unknown>;

export const verdictSentence = (verdict: AuditVerdict): string => {
  if (verdict.kind === 'unknown')
    return 'The keyring does not give out the key of the trail now, so nothing can be said. Unlock it, then check again.';
  if (verdict.kind === 'changed')
    return `The trail was changed: entry ${verdict.n} is not as it was written, or not there. Keep it as it is, and tell whoever looks after the computer.`;
  const unkeyed =
    verdict.unkeyed === 0
      ? ''
      : ` Of those, ${verdict.unkeyed} came about without a keyring, so that a skilled change of them would not show.`;
  return `All ${verdict.count} entries are as they were written.${unkeyed}`;
};

/** What happened, to whom, in one line. */
export const entryText = (entry: AuditEntry, nameOf: (userId: string) => string | undefined): string => {
  const what = auditWords.events[entry.event];
  if (entry.user === undefined) return what;
  return `${entry.name ?? nameOf(entry.user) ?? auditWords.gone} ${what}`;
};
