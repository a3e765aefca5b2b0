import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useStore } from 'zustand';
import { useActiveUser, mirrorStore, useMirror, useMirrorKind } from '../../state/mirror.ts';
import { spokenStore } from '../../state/follow-language.ts';
import { usePageSignIn } from '../../state/page-sign-in.ts';
import { sentenceOf } from '../../text/sentences.ts';
import { words } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { AccountList } from '../account-list/account-list.tsx';
import { ActiveUser, ActiveUserAttention, EmptySeat, EndedSession } from '../active-user/active-user.tsx';
import { Announcements } from '../announcements/announcements.tsx';
import { Outcomes } from '../announcements/outcomes.tsx';
import { CyclingOverlay } from '../cycling/cycling-overlay.tsx';
import { FirstStart } from '../first-start/first-start.tsx';
import { Notices } from '../notices/notices.tsx';
import { SessionStorage } from '../session-storage/session-storage.tsx';
import { UpdateNotice } from '../updates/update-notice.tsx';
import { useFocusAfter } from '../../ui/focus-after.ts';
import { Curtain } from './curtain.tsx';
import { Dialogs } from './dialogs.tsx';
import { ActiveViews } from '../workspace/active-views.tsx';
import { SignInPage } from '../workspace/sign-in-page.tsx';
import { MarkPicture } from './mark-picture.ts';
import { SettingsButton } from './settings-button.tsx';
import styles from './hotseat-window.module.css';

interface HotseatWindowProps {
  readonly onTryAgain: () => void;
}

/** In another language everything is drawn anew; what is open, and what main knows, is kept elsewhere. */
export const HotseatWindow = ({ onTryAgain }: HotseatWindowProps) => {
  const kind = useMirrorKind();
  const language = useStore(spokenStore);
  return (
    <I18nProvider key={language} locale={language}>
      {kind === 'ready' && <Ready />}
      {kind === 'loading' && <p className={styles['opening']}>{words.opening}</p>}
      {kind === 'failed' && <Failed onTryAgain={onTryAgain} />}
    </I18nProvider>
  );
};

const Ready = () => {
  const hasAccounts = useMirror(({ order }) => order.length > 0);
  const signIn = usePageSignIn();
  useFocusAfter(signIn !== undefined);
  return (
    <>
      <Title />
      <MarkPicture />
      <div
        className={styles['window']}
        data-first-start={hasAccounts ? undefined : signIn ? 'page' : 'welcome'}
      >
        {hasAccounts && (
          <nav className={styles['accounts']} aria-label={words.accountsAndKeys}>
            <AccountList />
          </nav>
        )}
        <main className={styles['main']}>
          {hasAccounts && <ActiveUser />}
          <Notices />
          <UpdateNotice />
          <EndedSession />
          <ActiveUserAttention />
          {signIn && <SignInPage signIn={signIn} />}
          {!signIn && (hasAccounts ? <ActiveViews /> : <FirstStart />)}
          <Outcomes />
        </main>
        <div className={styles['foot']}>
          {!hasAccounts && <EmptySeat />}
          <SessionStorage />
          <SettingsButton />
        </div>
      </div>
      <Announcements />
      <Dialogs />
      <Curtain />
      <CyclingOverlay />
    </>
  );
};

/** The window has its title from main already; setting the page's takes two milliseconds of a switch. */
const titleDelayMs = 100;

/** A component of its own, so that a switch does not draw the whole window. */
const Title = () => {
  const name = useActiveUser()?.name;
  useEffect(() => {
    const timer = setTimeout(() => {
      document.title = name === undefined ? words.appName : words.titleOf({ name });
    }, titleDelayMs);
    return () => clearTimeout(timer);
  }, [name]);
  return undefined;
};

const Failed = ({ onTryAgain }: HotseatWindowProps) => {
  const error = useStore(mirrorStore, (mirror) => (mirror.kind === 'failed' ? mirror.error : undefined));
  return (
    <main className={styles['failed']}>
      <h1>{words.appName}</h1>
      <Message tone="fault" role="alert" actions={<Button onPress={onTryAgain}>{words.tryAgain}</Button>}>
        {sentenceOf(error ?? { code: 'unexpected' })}
      </Message>
    </main>
  );
};
