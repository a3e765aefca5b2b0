import type { several as english } from '../en/several.ts';
import type { Translated } from '../message.ts';

export const several: Translated<typeof english> = {
  done: {
    lock: '{count, plural, one {# Konto gesperrt} other {# Konten gesperrt}}',
    logOut: '{count, plural, one {# Konto abgemeldet} other {# Konten abgemeldet}}',
    remove: '{count, plural, one {# Konto entfernt} other {# Konten entfernt}}',
  },
  unchanged: {
    lock: '{count, plural, one {# war schon gesperrt} other {# waren schon gesperrt}}',
    logOut: '{count, plural, one {# war schon abgemeldet} other {# waren schon abgemeldet}}',
    remove: '{count, plural, one {# war schon entfernt} other {# waren schon entfernt}}',
  },
  noWayToUnlock:
    '{count, plural, one {# hat keine PIN oder Passphrase und wurde nicht gesperrt: {names}} other {# haben keine PIN oder Passphrase und wurden nicht gesperrt: {names}}}',
  loggedOut:
    '{count, plural, one {# ist abgemeldet, da gibt es nichts zu sperren: {names}} other {# sind abgemeldet, da gibt es nichts zu sperren: {names}}}',
  locked: {
    lock: '{count, plural, one {# ist gesperrt und wurde nicht gesperrt: {names}} other {# sind gesperrt und wurden nicht gesperrt: {names}}}',
    logOut:
      '{count, plural, one {# ist gesperrt und wurde nicht abgemeldet: {names}} other {# sind gesperrt und wurden nicht abgemeldet: {names}}}',
    remove:
      '{count, plural, one {# ist gesperrt und wurde nicht entfernt: {names}} other {# sind gesperrt und wurden nicht entfernt: {names}}}',
  },
  notSaved: {
    lock: '{count, plural, one {# ist gesperrt, bis Hotseat beendet wird, ließ sich aber nicht speichern: {names}} other {# sind gesperrt, bis Hotseat beendet wird, ließen sich aber nicht speichern: {names}}}',
    logOut:
      '{count, plural, one {# ist abgemeldet, bis Hotseat beendet wird, ließ sich aber nicht speichern: {names}} other {# sind abgemeldet, bis Hotseat beendet wird, ließen sich aber nicht speichern: {names}}}',
    remove:
      '{count, plural, one {# ist entfernt, bis Hotseat beendet wird, ließ sich aber nicht speichern: {names}} other {# sind entfernt, bis Hotseat beendet wird, ließen sich aber nicht speichern: {names}}}',
  },
  other: {
    lock: '{count, plural, one {# wurde aus einem unerwarteten Grund nicht gesperrt: {names}} other {# wurden aus einem unerwarteten Grund nicht gesperrt: {names}}}',
    logOut:
      '{count, plural, one {# wurde aus einem unerwarteten Grund nicht abgemeldet: {names}} other {# wurden aus einem unerwarteten Grund nicht abgemeldet: {names}}}',
    remove:
      '{count, plural, one {# wurde aus einem unerwarteten Grund nicht entfernt: {names}} other {# wurden aus einem unerwarteten Grund nicht entfernt: {names}}}',
  },
  others: '{count, plural, one {# weiteres} other {# weitere}}',
  sentence: '{all}.',
};
