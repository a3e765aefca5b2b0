import type { AuditEntry, AuditVerdict } from '../../app/contract/audit-views.ts';
import { auditWords } from './spoken.ts';

/** Whether the trail is as it was written, and what to do where it is not. */
export const verdictSentence = (verdict: AuditVerdict): string => {
  if (verdict.kind === 'unknown') return auditWords.isUnknown;
  if (verdict.kind === 'changed') return auditWords.isChanged({ entry: String(verdict.n) });
  const isSound = auditWords.isSound({ count: verdict.count });
  return verdict.unkeyed === 0 ? isSound : `${isSound} ${auditWords.unkeyed({ count: verdict.unkeyed })}`;
};

/** What happened, to whom, in one line. */
export const entryText = (entry: AuditEntry, nameOf: (userId: string) => string | undefined): string => {
  const said = auditWords.events[entry.event];
  if (typeof said === 'string') return said;
  return said({
    name: entry.name ?? (entry.user === undefined ? undefined : nameOf(entry.user)) ?? auditWords.gone,
  });
};
