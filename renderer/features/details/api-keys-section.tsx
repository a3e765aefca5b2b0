import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { ApiKeyView } from '../../../app/contract/views.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words, detailWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { DialogText } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { Confirmation } from '../removal/confirmation.tsx';
import styles from './details.module.css';
import { NewKeyForm } from './new-key-form.tsx';
import { useApiKeys } from './use-api-keys.ts';

/** The keys with which programs log in as the account. The key itself never reaches the window. */
export const ApiKeysSection = ({ userId }: { readonly userId: UserId }) => {
  const { keys, error, busyId, read, create, setEnabled, remove } = useApiKeys(userId);
  const [isNaming, setIsNaming] = useState(false);
  const [isHandedOut, setIsHandedOut] = useState(false);
  const [deleting, setDeleting] = useState<ApiKeyView>();
  return (
    <Section
      title={detailWords.apiKeys}
      action={
        keys &&
        !isNaming && (
          <Button
            onPress={() => {
              setIsHandedOut(false);
              setIsNaming(true);
            }}
          >
            {detailWords.newKey}
          </Button>
        )
      }
    >
      <DialogText>{detailWords.apiKeysLead}</DialogText>
      <div role="status">
        {isHandedOut && (
          <div className={styles['told']}>
            <Message tone="plain">{detailWords.keyIsInClipboard}</Message>
          </div>
        )}
        {!keys && !error && <p className={styles['none']}>{detailWords.keysLoading}</p>}
      </div>
      {isNaming && (
        <NewKeyForm
          create={create}
          onClose={() => setIsNaming(false)}
          onCreated={() => {
            setIsNaming(false);
            setIsHandedOut(true);
          }}
        />
      )}
      {error && (
        <Message
          tone="fault"
          role="alert"
          actions={keys ? undefined : <Button onPress={read}>{words.tryAgain}</Button>}
        >
          {sentenceOf(error)}
        </Message>
      )}
      {keys?.length === 0 && !isNaming && <p className={styles['none']}>{detailWords.noKeys}</p>}
      {keys && keys.length > 0 && (
        <ul aria-label={detailWords.apiKeys} className={styles['list']}>
          {keys.map((key) => (
            <li key={key.id} className={styles['item']}>
              <bdi className={styles['name']}>{key.name}</bdi>
              <span className={styles['state']}>
                {key.isDisabled ? detailWords.keyDisabled : detailWords.keyEnabled}
              </span>
              <Toggle
                label={detailWords.enable({ name: key.name })}
                isSelected={!key.isDisabled}
                isDisabled={busyId === key.id}
                onChange={(isEnabled) => setEnabled(key.id, isEnabled)}
              />
              <Button
                look="icon"
                aria-label={detailWords.deleteKey({ name: key.name })}
                onPress={() => setDeleting(key)}
              >
                <Trash2 size={16} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {deleting && (
        <Confirmation
          title={detailWords.deleteKeyTitle({ name: deleting.name })}
          confirmLabel={detailWords.delete}
          confirm={() => remove(deleting.id)}
          onClose={() => setDeleting(undefined)}
        >
          <DialogText>{detailWords.deleteKeyText}</DialogText>
        </Confirmation>
      )}
    </Section>
  );
};
