import { openDialog } from '../../state/view.ts';
import { words } from '../../text/spoken.ts';
import { wearing } from '../../ui/identities.ts';
import { Button } from '../../ui/button.tsx';
import styles from './first-start.module.css';

/** Four seats of Hotseat's own shapes, one of them warm. */
const seats = ['green', 'raspberry', 'coral', 'sky'] as const;

export const FirstStart = () => (
  <div className={styles['welcome']}>
    <div className={styles['seats']} aria-hidden="true">
      {seats.map((seat, index) => (
        <span key={seat} {...wearing(seat)} className={styles[index === 2 ? 'taken' : 'free']} />
      ))}
    </div>
    <h1 className={styles['title']}>{words.noAccountsYet}</h1>
    <p className={styles['text']}>{words.welcome}</p>
    <Button look="loud" onPress={() => openDialog({ kind: 'addAccount' })}>
      {words.addAccount}
    </Button>
  </div>
);
