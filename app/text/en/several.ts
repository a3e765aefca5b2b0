/** What is said about what came of something that was asked for several accounts. */
export const several = {
  done: {
    lock: '{count, plural, one {# account locked} other {# accounts locked}}',
    logOut: '{count, plural, one {# account logged out} other {# accounts logged out}}',
    remove: '{count, plural, one {# account removed} other {# accounts removed}}',
  },
  unchanged: {
    lock: '{count, plural, one {# locked already} other {# locked already}}',
    logOut: '{count, plural, one {# logged out already} other {# logged out already}}',
    remove: '{count, plural, one {# gone already} other {# gone already}}',
  },
  noWayToUnlock:
    '{count, plural, one {# without a PIN or passphrase, so not locked: {names}} other {# without a PIN or passphrase, so not locked: {names}}}',
  loggedOut:
    '{count, plural, one {# logged out, so nothing to lock: {names}} other {# logged out, so nothing to lock: {names}}}',
  locked: {
    lock: '{count, plural, one {# locked, so not locked: {names}} other {# locked, so not locked: {names}}}',
    logOut:
      '{count, plural, one {# locked, so not logged out: {names}} other {# locked, so not logged out: {names}}}',
    remove:
      '{count, plural, one {# locked, so not removed: {names}} other {# locked, so not removed: {names}}}',
  },
  notSaved: {
    lock: '{count, plural, one {# locked until Hotseat ends, but the disk refused to keep it: {names}} other {# locked until Hotseat ends, but the disk refused to keep it: {names}}}',
    logOut:
      '{count, plural, one {# logged out until Hotseat ends, but the disk refused to keep it: {names}} other {# logged out until Hotseat ends, but the disk refused to keep it: {names}}}',
    remove:
      '{count, plural, one {# removed until Hotseat ends, but the disk refused to keep it: {names}} other {# removed until Hotseat ends, but the disk refused to keep it: {names}}}',
  },
  other: {
    lock: '{count, plural, one {# not locked, for a reason that Hotseat did not expect: {names}} other {# not locked, for a reason that Hotseat did not expect: {names}}}',
    logOut:
      '{count, plural, one {# not logged out, for a reason that Hotseat did not expect: {names}} other {# not logged out, for a reason that Hotseat did not expect: {names}}}',
    remove:
      '{count, plural, one {# not removed, for a reason that Hotseat did not expect: {names}} other {# not removed, for a reason that Hotseat did not expect: {names}}}',
  },
  others: '{count, plural, one {# other} other {# others}}',
  sentence: '{all}.',
} as const;
