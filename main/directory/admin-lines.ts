import { z } from 'zod';
import type { AdminOutcome, DirectoryAdmin } from './admin.ts';
import type { Delivery } from './outbox.ts';

export interface AdminLinesOptions {
  readonly admin: DirectoryAdmin;
  /** What the outbox has kept, for the command that shows it. */
  readonly deliveries: () => readonly Delivery[];
}

/** Runs one line of an administrator and answers what to print: always something, without the line's end. */
export type AdminLines = (line: string) => string;

const HELP = `disable WHO         refuse to log in or to refresh, until enabled
enable WHO          let in again
revoke WHO          end every session; logging in again is possible
delete WHO          delete the account and all that belongs to it
confirm EMAIL       confirm the address without its token
data WHO JSON       set the custom data, an object, that access tokens carry
outbox              show the e-mails with their tokens
help                show this
WHO is an e-mail address or a user id.`;

const userData = z.record(z.string(), z.unknown());

export function createAdminLines({ admin, deliveries }: AdminLinesOptions): AdminLines {
  const simple: Readonly<Record<string, readonly [(who: string) => AdminOutcome, string]>> = {
    disable: [(who) => admin.disable(who), 'is disabled'],
    enable: [(who) => admin.enable(who), 'is enabled'],
    revoke: [(who) => admin.revokeSessions(who), 'has no session any more'],
    delete: [(who) => admin.deleteUser(who), 'is deleted'],
    confirm: [(email) => admin.confirm(email), 'is confirmed'],
  };

  function setUserData(who: string, json: string): string {
    const given = userData.safeParse(parseJson(json));
    if (!given.success) return 'The custom data must be a JSON object.';
    const outcome = admin.setUserData(who, given.data);
    if (outcome === 'tooLarge') return 'The custom data is larger than 4 KiB.';
    return toldOf(who, outcome, 'has new custom data, with the next access token');
  }

  return (line) => {
    const [, word = '', who = '', rest = ''] = /^\s*(\S*)\s*(\S*)\s*(.*?)\s*$/s.exec(line) ?? [];
    if (word === 'help' || word === '') return HELP;
    if (word === 'outbox') return deliveries().map(shownDelivery).join('\n') || 'The outbox is empty.';
    const command = Object.hasOwn(simple, word) ? simple[word] : undefined;
    if (who !== '' && word === 'data') return setUserData(who, rest);
    if (command === undefined || who === '' || rest !== '') return `Not understood. These are:\n${HELP}`;
    const [run, done] = command;
    return toldOf(who, run(who), done);
  };
}

function shownDelivery({ kind, email, token, tokenId }: Delivery): string {
  return `${kind} ${email} token ${token} tokenId ${tokenId}`;
}

function toldOf(who: string, outcome: AdminOutcome, done: string): string {
  return outcome === 'done' ? `${who} ${done}.` : `There is no user ${who}.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
