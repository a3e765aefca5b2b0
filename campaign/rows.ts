/** A row of the fault matrix: a fault or an attack that Hotseat survives. */
export interface MatrixRow {
  /** A letter and a number; tests carry it in their titles. */
  readonly id: string;
  readonly fault: string;
  /** What cannot be run, and why; without it, and with `part`, there are tests. */
  readonly leftOut?: { readonly of: 'part' | 'all'; readonly because: string };
}

export interface MatrixGroup {
  readonly letter: string;
  readonly about: string;
  readonly rows: readonly MatrixRow[];
}

/** The whole matrix, in its order. */
export const faultMatrix: readonly MatrixGroup[] = [
  {
    letter: 'A',
    about: 'Stores and durability',
    rows: [
      { id: 'A1', fault: 'SIGKILL at each call that changes the store' },
      { id: 'A2', fault: 'the same in the real app, inside Electron' },
      { id: 'A3', fault: 'a full disk, a disk that fails, a quota, at each write and sync' },
      { id: 'A4', fault: 'a write that is cut short' },
      {
        id: 'A5',
        fault: 'a rename that is refused three times, or for good',
        leftOut: {
          of: 'part',
          because:
            'EBUSY by a real virus scanner or indexer on Windows; the refusal is injected, on Linux and in Node.',
        },
      },
      { id: 'A6', fault: 'a rename across devices; the variable `SNAP`' },
      { id: 'A7', fault: 'files cut off anywhere, flipped bits, foreign content' },
      { id: 'A8', fault: 'folders and files of others, links, pipes, wrong modes' },
      { id: 'A9', fault: 'two Hotseats with one profile' },
      { id: 'A10', fault: 'a lock that a killed Hotseat, or one on another computer, left behind' },
      { id: 'A11', fault: 'an older Hotseat meets what a newer one wrote' },
      { id: 'A12', fault: 'the order of write, sync, rename and sync of the folder' },
      {
        id: 'A13',
        fault: 'a clock that jumps; a suspended computer',
        leftOut: {
          of: 'part',
          because:
            'The real app under libfaketime: Electron 42 crashes under it. Clock and stopwatch of these tests are the tests’ own.',
        },
      },
      { id: 'A14', fault: 'an end between the answer to a refresh and saving it' },
    ],
  },
  {
    letter: 'B',
    about: 'The key store',
    rows: [
      { id: 'B1', fault: 'no keyring' },
      { id: 'B2', fault: 'a locked keyring' },
      { id: 'B3', fault: 'a keyring that was lost or replaced' },
      { id: 'B4', fault: 'a keyring that comes later' },
      { id: 'B5', fault: 'a key store that is not ready, or never answers' },
      { id: 'B6', fault: 'another key store than before; `--password-store=basic`' },
      { id: 'B7', fault: 'a damaged envelope, or that of another account' },
    ],
  },
  {
    letter: 'C',
    about: 'Network and tokens',
    rows: [
      { id: 'C1', fault: 'fifty refusals at once' },
      { id: 'C2', fault: 'a refresh while the account is switched' },
      { id: 'C3', fault: 'a session that its service has ended' },
      { id: 'C4', fault: 'servers that fail, dawdle, flood, or answer something else' },
      { id: 'C5', fault: 'redirects' },
      { id: 'C6', fault: 'bad certificates; servers that ask for one' },
      { id: 'C7', fault: 'no network, no name, a proxy that asks who is there' },
      { id: 'C8', fault: 'hosts that look like another' },
      { id: 'C9', fault: 'requests under way while the account is switched' },
      { id: 'C10', fault: 'an answer after the account was removed' },
    ],
  },
  {
    letter: 'D',
    about: 'Logging in',
    rows: [
      { id: 'D1', fault: 'somebody else’s answer to a login' },
      { id: 'D2', fault: 'the port of the answer is taken' },
      { id: 'D3', fault: 'an answer twice, late, elsewhere, or by another host’s name' },
      { id: 'D4', fault: 'the answer of another issuer' },
      { id: 'D5', fault: 'identity tokens that are forged, old, or meant for others' },
      { id: 'D6', fault: 'a login that is cancelled, doubled, or somebody else’s' },
      { id: 'D7', fault: 'a device code that is slow, expired, or leads elsewhere' },
      { id: 'D8', fault: 'passwords: refused, guessed, left in memory fields' },
      { id: 'D9', fault: 'API keys that are none' },
    ],
  },
  {
    letter: 'E',
    about: 'Links, command line, the system’s ways in',
    rows: [
      { id: 'E1', fault: 'a command that would open a locked account' },
      { id: 'E2', fault: 'a link that would switch' },
      { id: 'E3', fault: 'links that smuggle something along' },
      { id: 'E4', fault: 'dangerous switches' },
      { id: 'E5', fault: 'another program that takes the scheme: no link carries a secret' },
      { id: 'E6', fault: 'argument lists and environments are there for others to read' },
    ],
  },
  {
    letter: 'F',
    about: 'Page, messages, windows',
    rows: [
      { id: 'F1', fault: 'every command with hostile values' },
      { id: 'F2', fault: 'a command that there is not' },
      { id: 'F3', fault: 'a sender that must not be heard' },
      { id: 'F4', fault: 'a page that was taken over looks for tokens' },
      { id: 'F5', fault: 'markup in names, addresses and errors' },
      { id: 'F6', fault: 'a page that leads elsewhere' },
      { id: 'F7', fault: 'permissions and devices' },
      { id: 'F8', fault: 'floods of messages and switches; a page that dies' },
    ],
  },
  {
    letter: 'G',
    about: 'Isolation, removal, leaks',
    rows: [
      { id: 'G1', fault: 'what one account’s page left, seen from another’s' },
      { id: 'G2', fault: 'a removal that is interrupted, offline, or on a full disk' },
      { id: 'G3', fault: 'what is on the disk after a removal' },
      {
        id: 'G4',
        fault: 'tokens in logs, errors, crash dumps and memory images',
        leftOut: { of: 'part', because: 'Swap: what the system pages out is the system’s to encrypt.' },
      },
      { id: 'G5', fault: 'names of folders that say whose they are' },
    ],
  },
  {
    letter: 'H',
    about: 'A shared computer',
    rows: [
      { id: 'H1', fault: 'idle, suspend, lid, locked screen' },
      {
        id: 'H2',
        fault: 'a clock set back, or a restart, while locked',
        leftOut: { of: 'part', because: 'The real app under libfaketime: Electron 42 crashes under it.' },
      },
      { id: 'H3', fault: 'guessing at a lock' },
      { id: 'H4', fault: 'proving who one is while offline' },
      { id: 'H5', fault: 'one at a time: races' },
      { id: 'H6', fault: 'secrets in the clipboard' },
      {
        id: 'H7',
        fault: 'pictures of the screen',
        leftOut: {
          of: 'part',
          because: 'The protection itself, which is of macOS and Windows; on Linux there is none.',
        },
      },
      { id: 'H8', fault: 'names in titles, tray and notifications while locked' },
    ],
  },
];

const prefix = /^((?:[A-Z]\d{1,2}, )*[A-Z]\d{1,2}):/;
const suffix = /\(((?:[A-Z]\d{1,2}, )*[A-Z]\d{1,2})\)$/;

/** The ids in front of a test's title (`A7, A11: …`) or behind it (`… (F8)`). */
export const idsOf = (title: string): readonly string[] =>
  [prefix, suffix].flatMap((pattern) => pattern.exec(title)?.[1]?.split(', ') ?? []);
