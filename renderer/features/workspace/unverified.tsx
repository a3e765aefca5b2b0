import { DialogTrigger, Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import type { UserView } from '../../../app/contract/views.ts';
import { workspaceWords } from '../../text/workspace-words.ts';
import { Button } from '../../ui/button.tsx';
import styles from './popovers.module.css';
import { drive } from './use-workspace.ts';

/** The page's own sign-in is another matter than the token's: who is signed in there is not known. */
export const Unverified = ({ user }: { readonly user: UserView }) => (
  <DialogTrigger>
    <Button look="link">{workspaceWords.notVerified}</Button>
    <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
      <Dialog className={styles['surface'] ?? ''}>
        {({ close }) => (
          <>
            <Heading slot="title" level={2}>
              {workspaceWords.notVerifiedTitle}
            </Heading>
            <p className={styles['text']}>{workspaceWords.notVerifiedWhy(user.name)}</p>
            <Button
              onPress={() => {
                close();
                drive(user.id, 'signIn');
              }}
            >
              {workspaceWords.signInAs(user.name)}
            </Button>
          </>
        )}
      </Dialog>
    </Popover>
  </DialogTrigger>
);
