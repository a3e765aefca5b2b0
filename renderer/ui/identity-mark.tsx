import { wearing, type IdentityColour } from './identities.ts';
import styles from './identity-mark.module.css';

interface IdentityMarkProps {
  readonly colour: IdentityColour;
  readonly initials: string;
  readonly size?: 'small' | 'row' | 'plate';
  /** `hollow`: logged out, nobody is in. `inverted`: on a ground of the identity's own colour. */
  readonly look?: 'full' | 'hollow' | 'inverted';
}

/** Colour, silhouette and initials of an account. The name beside it says who it is to assistive technology. */
export const IdentityMark = ({ colour, initials, size = 'row', look = 'full' }: IdentityMarkProps) => (
  <span
    aria-hidden="true"
    className={`${styles['mark']} ${styles[size]} ${styles[look]}`}
    {...wearing(colour)}
  >
    {initials}
  </span>
);
