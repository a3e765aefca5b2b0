import { useEffect, useState } from 'react';
import type { ErrorReport } from '../../../app/contract/bridge.ts';
import type { AuditEntry, AuditVerdict } from '../../../app/contract/audit-views.ts';
import { readMirror, useMirror } from '../../state/mirror.ts';
import { closeDialog } from '../../state/view.ts';
import { entryText, verdictSentence } from '../../text/audit-sentences.ts';
import { moment } from '../../text/durations.ts';
import { isWorthTelling, sentenceOf } from '../../text/sentences.ts';
import { auditWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import styles from './audit.module.css';

/** More are shown when they are asked for. */
const shownAtFirst = 50;

/** What was written down, newest first, with a look whether it is as it was written. */
export const AuditDialog = () => {
  const [entries, setEntries] = useState<readonly AuditEntry[]>();
  const [verdict, setVerdict] = useState<AuditVerdict>();
  const [error, setError] = useState<ErrorReport>();
  const [isExported, setIsExported] = useState(false);
  const [search, setSearch] = useState('');
  const mayExport = useMirror(({ desk }) => desk.mayExport);
  const [shown, setShown] = useState(shownAtFirst);
  useEffect(() => {
    void window.hotseat.execute('listAudit', undefined).then((outcome) => {
      if (outcome.ok) setEntries(outcome.value);
      else setError(outcome.error);
      return undefined;
    });
  }, []);

  const verify = async () => {
    const outcome = await window.hotseat.execute('verifyAudit', undefined);
    if (outcome.ok) setVerdict(outcome.value);
    setError(outcome.ok ? undefined : outcome.error);
  };
  const save = async () => {
    const outcome = await window.hotseat.execute('exportAudit', undefined);
    setIsExported(outcome.ok);
    setError(outcome.ok || !isWorthTelling(outcome.error) ? undefined : outcome.error);
  };

  const lines = (entries ?? []).map((entry) => ({
    entry,
    text: entryText(entry, nameOf),
    detail: `${moment(Date.parse(entry.at))} · ${auditWords.surfaces[entry.by]}`,
  }));
  const sought = search.trim().toLowerCase();
  const found = lines.filter(({ text, detail }) => `${text} ${detail}`.toLowerCase().includes(sought));

  return (
    <Dialog title={auditWords.title} width="wide" onClose={closeDialog}>
      {verdict && (
        <Message tone={verdict.kind === 'sound' ? 'plain' : 'fault'} role="status">
          {verdictSentence(verdict)}
        </Message>
      )}
      {isExported && (
        <Message tone="plain" role="status">
          {auditWords.exported}
        </Message>
      )}
      {error && (
        <Message tone="fault" role="alert">
          {sentenceOf(error)}
        </Message>
      )}
      {lines.length > 0 && <SearchBox label={auditWords.filter} text={search} onChange={setSearch} />}
      {entries && found.length === 0 && (
        <DialogText>{lines.length === 0 ? auditWords.none : auditWords.noMatch}</DialogText>
      )}
      {found.length > 0 && (
        <ol className={styles['list']} aria-label={auditWords.entries}>
          {found.slice(0, shown).map(({ entry, text, detail }) => (
            <li
              key={entry.n}
              className={styles['entry']}
              data-grave={entry.event === 'unlockFailed' || undefined}
            >
              <span className={styles['text']}>
                <bdi>{text}</bdi>
              </span>
              <span className={styles['detail']}>{detail}</span>
            </li>
          ))}
        </ol>
      )}
      <DialogButtons>
        {found.length > shown && (
          <Button onPress={() => setShown(found.length)}>
            {auditWords.older({ count: found.length - shown })}
          </Button>
        )}
        <Button isDisabled={!mayExport} onPress={() => void save()}>
          {auditWords.export}
        </Button>
        <Button look="loud" onPress={() => void verify()}>
          {auditWords.verify}
        </Button>
      </DialogButtons>
    </Dialog>
  );
};

const nameOf = (userId: string): string | undefined =>
  [...readMirror().users.values()].find(({ id }) => id === userId)?.name;
