import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { ServiceView } from '../../../app/contract/views.ts';
import { useMirror } from '../../state/mirror.ts';
import { words } from '../../text/spoken.ts';
import type { EmailHelpKind } from '../log-in/email-aside.tsx';
import { FormLogIn } from '../log-in/form-log-in.tsx';
import { withoutSecrets, type LogInDraft } from '../log-in/log-in-draft.ts';
import type { LogIn } from '../log-in/use-log-in.ts';
import styles from './account-tabs.module.css';
import { AnonymousOffer } from './anonymous-offer.tsx';
import { NewAccountForm } from './new-account-form.tsx';

interface AccountTabsProps {
  readonly service: ServiceView;
  readonly logIn: LogIn;
  readonly draft: LogInDraft;
  /** May the form take the focus when it appears? */
  readonly hasFocus: boolean;
  /** The tab for people who have an account, though nobody is here yet. */
  readonly isLogInFirst: boolean;
  readonly onChange: (draft: LogInDraft) => void;
  readonly onHelp: (kind: EmailHelpKind) => void;
}

/** Adding an account of a service that lets Hotseat ask: one that is there, a new one, or an anonymous one. */
export const AccountTabs = (props: AccountTabsProps) => {
  const { service, logIn, draft, onChange } = props;
  const isFirst = useMirror(({ order }) => order.length === 0);
  const [hasMoved, setHasMoved] = useState(false);
  const hasFocus = props.hasFocus && !hasMoved;
  // Who adds a server most often has an account there.
  const isNewFirst = isFirst && service.kind === 'directory' && !props.isLogInFirst;
  const [tab, setTab] = useState(isNewFirst ? 'createAccount' : 'logIn');
  const isWorking = logIn.progress.kind === 'working';

  const logInAnonymously = async (isReused: boolean) => {
    const method = { kind: 'anonymous', isReused } as const;
    const error = await logIn.start({ command: 'logIn', input: { serviceId: service.id, method } });
    if (error) onChange(withoutSecrets(draft));
  };

  return (
    <>
      <Tabs
        selectedKey={tab}
        isDisabled={isWorking}
        onSelectionChange={(key) => {
          setTab(key === 'createAccount' ? 'createAccount' : 'logIn');
          setHasMoved(true);
          logIn.reset();
        }}
      >
        <TabList aria-label={words.howTo} className={styles['tabs'] ?? ''}>
          <Tab id="logIn" className={styles['tab'] ?? ''}>
            {words.logIn}
          </Tab>
          <Tab id="createAccount" className={styles['tab'] ?? ''}>
            {words.createAccount}
          </Tab>
        </TabList>
        <TabPanel id="logIn" className={styles['panel'] ?? ''}>
          <FormLogIn {...props} hasFocus={hasFocus} />
        </TabPanel>
        <TabPanel id="createAccount" className={styles['panel'] ?? ''}>
          <NewAccountForm {...props} hasFocus={hasFocus} />
        </TabPanel>
      </Tabs>
      <AnonymousOffer
        serviceId={service.id}
        isDisabled={isWorking}
        onContinue={(isReused) => void logInAnonymously(isReused)}
      />
    </>
  );
};
