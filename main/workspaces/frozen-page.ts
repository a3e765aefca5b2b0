import type { WebContents } from 'electron';

/**
 * Stops the scripts of a page that is out of sight, and of its workers, where they are. Chromium does it for hidden
 * tabs (`Page.setWebLifecycleState`); a page that a test drives through the same protocol counts as in sight, and goes on.
 */
export const freeze = async ({ debugger: link }: WebContents): Promise<void> => {
  try {
    if (!link.isAttached()) link.attach('1.3');
    await link.sendCommand('Page.setWebLifecycleState', { state: 'frozen' });
  } catch {
    // It has ended meanwhile. In any case it is out of sight, and its requests are held.
  }
};

export const thaw = async ({ debugger: link }: WebContents): Promise<void> => {
  try {
    if (!link.isAttached()) return;
    await link.sendCommand('Page.setWebLifecycleState', { state: 'active' });
    link.detach();
  } catch {
    // It has ended meanwhile.
  }
};
