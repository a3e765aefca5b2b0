import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/identity.css';
import './ui/base.css';
import { followAppearance } from './features/window/appearance.ts';
import { HotseatWindow } from './features/window/hotseat-window.tsx';
import { followLanguage } from './state/follow-language.ts';
import { startState } from './state/start.ts';

await followLanguage(document.documentElement);
followAppearance(document.documentElement);
const feed = startState(window.hotseat);
void feed.fetch();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');

createRoot(root).render(
  <StrictMode>
    <HotseatWindow onTryAgain={() => void feed.fetch()} />
  </StrictMode>,
);
