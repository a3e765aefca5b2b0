import type { ImportPreview } from '../../../app/contract/portable-views.ts';
import { portableWords, serviceWords } from '../../text/spoken.ts';
import styles from './portable.module.css';

/** Each service of a file with its whole address: names are anybody's to choose. */
export const ListedServices = ({ services }: Pick<ImportPreview, 'services'>) => (
  <ul className={styles['list']} aria-label={portableWords.services} tabIndex={0}>
    {services.map(({ kind, name, address, standing, newCount, needsClientSecret }) => (
      <li key={`${kind} ${address} ${name}`} className={styles['service']}>
        <p className={styles['name']}>
          <bdi>{name}</bdi>
        </p>
        <p>
          <bdi>{address}</bdi>
        </p>
        <p className={styles['detail']}>
          {serviceWords.kinds[kind]} · {portableWords.newAccounts({ count: newCount })} ·{' '}
          {portableWords.standings[standing]}
        </p>
        {needsClientSecret && <p className={styles['detail']}>{portableWords.needsSecret}</p>}
      </li>
    ))}
  </ul>
);
