import { AppWindow } from 'lucide-react';
import type { ServiceView } from '../../../app/contract/views.ts';
import { chooseTab } from '../../state/stage.ts';
import { openDialog } from '../../state/view.ts';
import { workspaceWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import styles from './calm-page.module.css';

/** What a workspace is, and how these accounts get one. */
export const NoWorkspace = ({ service }: { readonly service: ServiceView }) => (
  <div className={styles['page']}>
    <AppWindow size={32} strokeWidth={1.5} aria-hidden="true" className={styles['sign']} />
    <div className={styles['texts']}>
      <h2 className={styles['title']}>{workspaceWords.noWorkspace({ service: service.name })}</h2>
      <p className={styles['text']}>{workspaceWords.noWorkspaceWhy}</p>
    </div>
    <div className={styles['buttons']}>
      <Button
        look="loud"
        onPress={() => openDialog({ kind: 'settings', startsWith: 'serviceForm', editedId: service.id })}
      >
        {workspaceWords.toSettings({ service: service.name })}
      </Button>
      <Button onPress={() => chooseTab('request')}>{workspaceWords.toRequest}</Button>
    </div>
  </div>
);
