import type { AuditEvent, AuditSurface } from '../../contract/audit-views.ts';
import type { Messages } from '../message.ts';

/** The audit trail. */
export const audit = {
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
  older: '{count, plural, one {Show # more} other {Show # more}}',
  verify: 'Check it',
  export: 'Export…',
  exported: 'Exported.',
  gone: 'An account that is gone',
  events: {
    started: 'Hotseat started',
    loggedIn: '{name} logged in',
    switched: '{name} became active',
    nobodyActive: 'Nobody active',
    locked: '{name} locked',
    unlocked: '{name} unlocked',
    unlockFailed: '{name} not unlocked: wrong PIN or passphrase',
    loggedOut: '{name} logged out',
    removed: '{name} removed from this computer',
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

  isUnknown:
    'The keyring does not give out the key of the trail now, so nothing can be said. Unlock it, then check again.',
  isChanged:
    'The trail was changed: entry {entry} is not as it was written, or not there. Keep it as it is, and tell whoever looks after the computer.',
  isSound:
    '{count, plural, one {The one entry is as it was written.} other {All # entries are as they were written.}}',
  unkeyed:
    '{count, plural, one {Of those, # came about without a keyring, so that a skilled change of it would not show.} other {Of those, # came about without a keyring, so that a skilled change of them would not show.}}',
} as const satisfies {
  readonly events: Record<AuditEvent, string>;
  readonly surfaces: Record<AuditSurface, string>;
} & Messages;
