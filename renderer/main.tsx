import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/identity.css';
import './ui/base.css';
import { followAppearance } from './features/window/appearance.ts';
import { HotseatWindow } from './features/window/hotseat-window.tsx';
import { QuickWindow } from './features/quick-switcher/quick-window.tsx';
import { followLanguage } from './state/follow-language.ts';
import { startQuickWindow } from './state/start-quick-window.ts';
import { startState } from './state/start.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
/** Main opens the page so in the small window of the quick switcher. */
const isQuick = location.search === '?quick';

await followLanguage(document.documentElement);
followAppearance(document.documentElement);
const feed = (isQuick ? startQuickWindow : startState)(window.hotseat);
void feed.fetch();

createRoot(root).render(
  <StrictMode>
    {isQuick ? <QuickWindow /> : <HotseatWindow onTryAgain={() => void feed.fetch()} />}
  </StrictMode>,
);
