import { useView } from '../../state/view.ts';
import hidden from '../../ui/hidden.module.css';

/**
 * Says to assistive technology what the eye sees. `data-live-announcer` keeps it within reach while a dialog
 * hides the rest of the page.
 */
export const Announcements = () => {
  const { text, count } = useView((view) => view.announcement);
  return (
    <div aria-live="polite" data-live-announcer="true" className={hidden['hidden']}>
      <p key={count}>{text}</p>
    </div>
  );
};
