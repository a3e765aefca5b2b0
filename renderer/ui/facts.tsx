import styles from './facts.module.css';

interface FactsProps {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** Names and what they stand for, one a line. */
export const Facts = ({ facts }: FactsProps) => (
  <dl className={styles['facts']}>
    {facts.map(({ name, value }) => (
      <div key={name} className={styles['fact']}>
        <dt>{name}</dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </div>
    ))}
  </dl>
);
