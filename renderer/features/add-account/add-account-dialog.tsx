import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { ServiceId } from '../../../app/contract/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import { closeDialog } from '../../state/view.ts';
import { words } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './add-account-dialog.module.css';
import { AnonymousOffer } from './anonymous-offer.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import { faultIn, noCredentials, type CredentialField } from './credentials.ts';
import { ServiceChoice } from './service-choice.tsx';
import { useLogIn, type LogInRequest } from './use-log-in.ts';

type Way = 'logIn' | 'createAccount';

const fieldsOf: Record<Way, readonly CredentialField[]> = {
  logIn: ['email', 'password'],
  createAccount: ['email', 'password', 'name'],
};

export const AddAccountDialog = () => {
  const firstService = useMirror(({ services }) => services[0]?.id);
  const isFirst = useMirror(({ order }) => order.length === 0);
  const [chosenService, setChosenService] = useState<ServiceId>();
  const [way, setWay] = useState<Way>(isFirst ? 'createAccount' : 'logIn');
  const [credentials, setCredentials] = useState(noCredentials);
  const logIn = useLogIn(closeDialog);
  const serviceId = chosenService ?? firstService;
  const isWorking = logIn.progress.kind === 'working';

  const run = async (request: LogInRequest) => {
    const error = await logIn.start(request);
    if (error) setCredentials((typed) => ({ ...typed, password: '' }));
  };

  const submit = () => {
    const fault = faultIn(credentials, fieldsOf[way]);
    if (fault) return logIn.fail(fault);
    if (serviceId === undefined) return;
    const { email, password } = credentials;
    const name = credentials.name.trim();
    void run(
      way === 'logIn'
        ? { command: 'logIn', input: { serviceId, method: { kind: 'emailPassword', email, password } } }
        : { command: 'createAccount', input: { serviceId, email, password, ...(name ? { name } : {}) } },
    );
  };

  const form = (of: Way) => (
    <TabPanel id={of} className={styles['panel'] ?? ''}>
      <CredentialsForm
        fields={fieldsOf[of]}
        credentials={credentials}
        submitLabel={of === 'logIn' ? words.logIn : words.createAccount}
        occasion={of === 'logIn' ? 'logIn' : 'other'}
        progress={logIn.progress}
        autoFocusOn="email"
        onChange={setCredentials}
        onSubmit={submit}
        onCancel={logIn.cancel}
      />
    </TabPanel>
  );

  return (
    <Dialog title={words.addAccount} onClose={closeDialog}>
      <ServiceChoice chosenId={serviceId} isDisabled={isWorking} onChoose={setChosenService} />
      <Tabs
        selectedKey={way}
        isDisabled={isWorking}
        onSelectionChange={(key) => {
          setWay(key === 'createAccount' ? 'createAccount' : 'logIn');
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
        {form('logIn')}
        {form('createAccount')}
      </Tabs>
      {serviceId !== undefined && (
        <AnonymousOffer
          serviceId={serviceId}
          isDisabled={isWorking}
          onContinue={() =>
            void run({
              command: 'logIn',
              input: { serviceId, method: { kind: 'anonymous', isReused: true } },
            })
          }
        />
      )}
    </Dialog>
  );
};
