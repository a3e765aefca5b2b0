import { memo } from 'react';
import { DialogTrigger, Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { useActiveUser } from '../../state/mirror.ts';
import { workspaceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import styles from './popovers.module.css';
import { driveShown } from './use-workspace.ts';

/** The page's own sign-in is another matter than the token's: who is signed in there is not known. */
export const Unverified = memo(() => (
  <DialogTrigger>
    <Button look="link">{workspaceWords.notVerified}</Button>
    <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
      <Dialog className={styles['surface'] ?? ''}>{({ close }) => <Offer close={close} />}</Dialog>
    </Popover>
  </DialogTrigger>
));

const Offer = ({ close }: { readonly close: () => void }) => {
  const name = useActiveUser()?.name ?? '';
  return (
    <>
      <Heading slot="title" level={2}>
        {workspaceWords.notVerifiedTitle}
      </Heading>
      <p className={styles['text']}>{workspaceWords.notVerifiedWhy({ name })}</p>
      <Button
        onPress={() => {
          close();
          driveShown('signIn');
        }}
      >
        {workspaceWords.signInAs({ name })}
      </Button>
    </>
  );
};
