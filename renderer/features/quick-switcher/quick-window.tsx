import type { KeyboardEvent } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useStore } from 'zustand';
import { spokenStore } from '../../state/follow-language.ts';
import { useMirrorKind } from '../../state/mirror.ts';
import { chooseInQuickWindow, leaveQuickWindow } from '../../state/quick-switcher.ts';
import { openingStore } from '../../state/start-quick-window.ts';
import { quickSwitcherWords } from '../../text/spoken.ts';
import { Finder } from './finder.tsx';
import styles from './quick-switcher.module.css';

/** The quick switcher as a small window of its own, over other programs. */
export const QuickWindow = () => {
  const kind = useMirrorKind();
  const language = useStore(spokenStore);
  const opening = useStore(openingStore);
  return (
    <I18nProvider locale={language}>
      <div
        role="dialog"
        aria-label={quickSwitcherWords.title}
        className={styles['whole']}
        onKeyDown={leaveOnEscape}
      >
        {kind === 'ready' && <Finder key={`${language} ${opening}`} onChoose={chooseInQuickWindow} />}
      </div>
    </I18nProvider>
  );
};

const leaveOnEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape' && !event.nativeEvent.isComposing) leaveQuickWindow();
};
