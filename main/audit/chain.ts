import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { auditEntrySchema, type AuditEntry } from '../../app/contract/audit-views.ts';

/** A line of the trail: an entry, and what ties it to the one before. */
const linkSchema = auditEntrySchema.extend({
  /** Was it made with a key of the key store? Without one the chain shows careless changes only. */
  keyed: z.boolean(),
  mac: z.base64(),
});
export type Link = z.infer<typeof linkSchema>;

/** What the first entry follows. */
export const beginning = '';

/** In place of a key where there is none: anybody has it. */
const publicKey = Buffer.alloc(32);

/** HMAC-SHA-256 over the mac before and the entry. */
export const linkOf = (entry: AuditEntry, before: string, key: Uint8Array | undefined): Link => {
  const content = { ...entry, keyed: key !== undefined };
  return { ...content, mac: macOf(content, before, key) };
};

export const parseLink = (line: string): Link | undefined => {
  try {
    return linkSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

/** Does the link follow that mac, as it was written? */
export const isSound = ({ mac, ...content }: Link, before: string, key: Uint8Array | undefined): boolean => {
  const wanted = Buffer.from(macOf(content, before, content.keyed ? key : undefined));
  const found = Buffer.from(mac);
  return wanted.length === found.length && timingSafeEqual(wanted, found);
};

const macOf = (content: Omit<Link, 'mac'>, before: string, key: Uint8Array | undefined): string => {
  const { n, at, event, user, name, by, keyed } = content;
  // In one order, whatever order the line has.
  const text = JSON.stringify([before, n, at, event, user ?? null, name ?? null, by, keyed]);
  return macOfText(text, key);
};

export const macOfText = (text: string, key: Uint8Array | undefined): string =>
  createHmac('sha256', key ?? publicKey)
    .update(text)
    .digest('base64');
