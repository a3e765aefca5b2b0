import { mirrorStore } from '../../state/mirror.ts';

/** Draws the page as the person has chosen, from the first time that anything of theirs is drawn. */
export const followAppearance = (root: HTMLElement): void => {
  mirrorStore.subscribe((mirror, before) => {
    if (mirror.kind !== 'ready') return;
    // A switch must not draw the whole page anew.
    if (before.kind === 'ready' && before.settings === mirror.settings) return;
    const { hasHighContrast, textPercent } = mirror.settings;
    root.dataset['contrast'] = hasHighContrast ? 'high' : 'asSystem';
    root.style.fontSize = `${textPercent}%`;
  });
};
