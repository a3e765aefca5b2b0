import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { UserId } from '../../../app/contract/bridge.ts';
import { useMirror, useServiceName, useUser } from '../../state/mirror.ts';
import { announce, useView, type CyclingPreview } from '../../state/view.ts';
import { words, keyWords } from '../../text/spoken.ts';
import { wearing } from '../../ui/identities.ts';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import styles from './cycling-overlay.module.css';

/** Who would be active if the person let go now. A child of the body, so that the page behind it gives way. */
export const CyclingOverlay = () => {
  const preview = useView((view) => view.cycling);
  return preview && createPortal(<Overlay {...preview} />, document.body);
};

const Overlay = ({ userIds, previewedId }: CyclingPreview) => {
  const hasOthers = useMirror(({ activeId }) => userIds.some((id) => id !== activeId));
  useAnnounced(previewedId, hasOthers);
  return (
    <section aria-label={keyWords.cycling} className={styles['layer']}>
      <div className={styles['card']}>
        {hasOthers ? (
          <ul aria-label={keyWords.cycling} className={styles['list']}>
            {userIds.map((userId) => (
              <Candidate key={userId} userId={userId} isPreviewed={userId === previewedId} />
            ))}
          </ul>
        ) : (
          <p className={styles['none']}>{keyWords.nobodyElse}</p>
        )}
        <p className={styles['hint']}>{keyWords.cyclingHint}</p>
      </div>
    </section>
  );
};

/** The keyboard focus stays where it is, so that assistive technology is told. */
const useAnnounced = (previewedId: UserId | undefined, hasOthers: boolean): void => {
  const name = useUser(previewedId)?.name;
  useEffect(() => {
    if (!hasOthers) announce(keyWords.nobodyElse);
    else if (name !== undefined) announce(name);
  }, [name, hasOthers]);
};

interface CandidateProps {
  readonly userId: UserId;
  readonly isPreviewed: boolean;
}

const Candidate = ({ userId, isPreviewed }: CandidateProps) => {
  const user = useUser(userId);
  const service = useServiceName(user);
  const isActive = useMirror(({ activeId }) => activeId === userId);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isPreviewed) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isPreviewed]);
  if (!user) return undefined;
  return (
    <li ref={row} className={styles['row']} aria-current={isPreviewed || undefined} {...wearing(user.colour)}>
      <IdentityMark colour={user.colour} initials={user.initials} look={isPreviewed ? 'inverted' : 'full'} />
      <span className={styles['texts']}>
        <bdi className={styles['name']}>{user.name}</bdi>
        <span className={styles['detail']}>
          {user.email !== undefined && (
            <>
              <bdi>{user.email}</bdi>
              {' · '}
            </>
          )}
          {service}
        </span>
      </span>
      {isActive && <span className={styles['now']}>{words.active}</span>}
    </li>
  );
};
