import { z } from 'zod';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { FileRefusal } from '../errors.ts';
import { parseJson } from '../identity/app-services/parsed-json.ts';
import { plainText } from '../identity/plain-text.ts';
import { isSameService } from '../identity/service-rules.ts';
import { listedOf, type ListedService } from './listed-service.ts';
import {
  portableFileSchema,
  portableFormat,
  portableVersion,
  type PortableAccount,
  type PortableFile,
} from './portable-file.ts';

/** A list of accounts and their services that has passed every check; what it says is still another's word. */
export interface AccountList {
  readonly services: readonly ListedService[];
  /** Each of one of the services, and no two the same. Their texts are fit to be shown. */
  readonly accounts: readonly PortableAccount[];
}

const refused = (because: FileRefusal): Outcome<never> => fail({ code: 'fileRefused', because });

const headSchema = z.looseObject({ format: z.literal(portableFormat), version: z.int().positive() });

/** Reads a file that anybody may have made. */
export const readAccountList = (text: string): Outcome<AccountList> => {
  const json = parseJson(text);
  if (json.kind === 'notJson') return refused('notAList');
  const head = headSchema.safeParse(json.value);
  if (!head.success) return refused('notAList');
  if (head.data.version > portableVersion) return refused('newerVersion');
  // Strict objects refuse a key that would be taken for a prototype as any other.
  const file = portableFileSchema.safeParse(json.value);
  return file.success ? checked(file.data) : refused('notAList');
};

const checked = (file: PortableFile): Outcome<AccountList> => {
  const services: ListedService[] = [];
  for (const portable of file.services) {
    const listed = listedOf(portable);
    if (!listed.ok) return refused('badService');
    if (services.some(({ draft }) => isSameService(draft, listed.value.draft))) return refused('repeated');
    services.push(listed.value);
  }
  const accounts = new Map<string, PortableAccount>();
  for (const account of file.accounts) {
    if (account.service >= services.length) return refused('notAList');
    const key = `${account.service}\n${account.subject}`;
    if (accounts.has(key)) return refused('repeated');
    accounts.set(key, withPlainTexts(account));
  }
  return succeed({ services, accounts: [...accounts.values()] });
};

const longestEmail = 320;
const longestName = 200;

const withPlainTexts = ({
  service,
  subject,
  colour,
  chosenColour,
  ...texts
}: PortableAccount): PortableAccount => ({
  service,
  subject,
  colour,
  chosenColour,
  email: shown(texts.email, longestEmail),
  name: shown(texts.name, longestName),
  nickname: shown(texts.nickname, longestName),
});

const shown = (text: string | undefined, limit: number): string | undefined =>
  text === undefined ? undefined : plainText(text, limit) || undefined;
