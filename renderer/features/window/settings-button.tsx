import { Settings } from 'lucide-react';
import { openDialog } from '../../state/view.ts';
import { serviceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import styles from './hotseat-window.module.css';

export const SettingsButton = () => (
  <div className={styles['settings']}>
    <Button look="icon" aria-label={serviceWords.settings} onPress={() => openDialog({ kind: 'settings' })}>
      <Settings size={18} aria-hidden="true" />
    </Button>
  </div>
);
