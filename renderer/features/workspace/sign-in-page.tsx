import type { UserId } from '../../../app/contract/bridge.ts';
import { useMirror } from '../../state/mirror.ts';
import {
  cancelPageSignIn,
  confirmPageSignIn,
  usePageWorkspaceId,
  type PageSignIn,
} from '../../state/page-sign-in.ts';
import { words, logInWords, workspaceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { Page } from './page.tsx';
import { Toolbar } from './toolbar.tsx';
import { useWorkspace } from './use-workspace.ts';
import styles from './sign-in-page.module.css';

/** Somebody signs in on the page of a website, in the place of the active views, and says when it is done. */
export const SignInPage = ({ signIn }: { readonly signIn: PageSignIn }) => {
  const service = useMirror(({ services }) => services.find(({ id }) => id === signIn.serviceId));
  const workspaceId = usePageWorkspaceId();
  return (
    <section aria-label={workspaceWords.workspace} className={styles['region']}>
      <Message
        tone="plain"
        actions={
          <>
            <Button look="quiet" onPress={cancelPageSignIn}>
              {words.cancel}
            </Button>
            <Button look="loud" onPress={confirmPageSignIn}>
              {logInWords.signedIn}
            </Button>
          </>
        }
      >
        {logInWords.signInOnPage({ service: service?.name ?? '', name: signIn.name })}
      </Message>
      {workspaceId === undefined ? (
        <p className={styles['opening']}>{workspaceWords.opening}</p>
      ) : (
        <PageToSignInOn id={workspaceId} />
      )}
    </section>
  );
};

/** Nobody's yet, so in nobody's colour. */
const PageToSignInOn = ({ id }: { readonly id: UserId }) => {
  const workspace = useWorkspace(id);
  return (
    <>
      <Toolbar isOfUser={false} workspace={workspace} />
      <Page id={id} workspace={workspace} />
    </>
  );
};
