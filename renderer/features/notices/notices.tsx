import { X } from 'lucide-react';
import type { Notice } from '../../../app/contract/views.ts';
import { useMirror } from '../../state/mirror.ts';
import { perform } from '../../state/perform.ts';
import { words } from '../../text/spoken.ts';
import { noticeSentence } from '../../text/stored-sentences.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';

const tones: Record<Notice['kind'], 'fault' | 'warning' | 'plain'> = {
  recovered: 'plain',
  lost: 'fault',
  unreadable: 'fault',
  newerVersion: 'warning',
  failsClosed: 'warning',
  notSaved: 'fault',
};

/** What happened to stored things, each until the person has read it. */
export const Notices = () => {
  const notices = useMirror((mirror) => mirror.notices);
  return notices.map((notice) => (
    <Message
      key={notice.id}
      tone={tones[notice.kind]}
      actions={
        <Button
          look="icon"
          aria-label={words.dismiss}
          onPress={() => void perform('dismissNotice', { noticeId: notice.id })}
        >
          <X size={16} aria-hidden="true" />
        </Button>
      }
    >
      {noticeSentence(notice)}
    </Message>
  ));
};
