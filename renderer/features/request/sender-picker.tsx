import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Text } from 'react-aria-components/Text';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { UserId } from '../../../app/contract/bridge.ts';
import type { ServiceView, UserView } from '../../../app/contract/views.ts';
import { useMirror } from '../../state/mirror.ts';
import { useRemPx } from '../../state/use-rem-px.ts';
import { words, requestWords } from '../../text/spoken.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogText } from '../../ui/dialog.tsx';
import { IdentityMark } from '../../ui/identity-mark.tsx';
import { Message } from '../../ui/message.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { matchingUsers } from '../account-list/matching-users.ts';
import styles from './sender-picker.module.css';
import { maySend, mostSenders } from './writing.ts';

interface SenderPickerProps {
  readonly service: ServiceView;
  readonly active: UserView;
  readonly chosenIds: readonly UserId[];
  readonly onChoose: (ids: readonly UserId[]) => void;
  readonly onClose: () => void;
}

/** Chooses the accounts of one service that a request goes out as. Those that cannot are shown, with the reason. */
export const SenderPicker = ({ service, active, onChoose, onClose, ...props }: SenderPickerProps) => {
  const [chosenIds, setChosenIds] = useState<ReadonlySet<UserId>>(() => new Set(props.chosenIds));
  const [searchText, setSearchText] = useState('');
  const [isTooMany, setIsTooMany] = useState(false);
  const users = useMirror((mirror) => mirror.users);
  const order = useMirror((mirror) => mirror.order);
  const own = useMemo(
    () => order.filter((id) => users.get(id)?.serviceId === service.id),
    [order, users, service.id],
  );
  const shown = useMemo(() => matchingUsers(own, users, searchText), [own, users, searchText]);
  const disabledIds = useMemo(() => own.filter((id) => !maySend(users.get(id))), [own, users]);
  const remPx = useRemPx();
  const layoutOptions = useMemo(() => ({ rowSize: 3 * remPx, padding: 0.25 * remPx }), [remPx]);

  /** Only what is in sight was chosen from, so what the search hides stays chosen. */
  const chooseOfShown = (keys: ReadonlySet<unknown>) => {
    const next = new Set(chosenIds);
    for (const { id } of shown) {
      if (keys.has(id)) next.add(id);
      else next.delete(id);
    }
    setIsTooMany(next.size > mostSenders);
    if (next.size <= mostSenders) setChosenIds(next);
  };

  const finish = () => {
    // Some may have logged out while they were chosen.
    const ids = own.filter((id) => chosenIds.has(id) && maySend(users.get(id)));
    if (ids.length === 0) return;
    const [only, ...more] = ids;
    onChoose(more.length === 0 && only === active.id ? [] : ids);
    onClose();
  };

  return (
    <Dialog title={requestWords.sendAs} onClose={onClose}>
      <DialogText>{requestWords.chooseLead({ service: service.name, most: mostSenders })}</DialogText>
      <SearchBox label={words.findAnAccount} text={searchText} hasFocus onChange={setSearchText} />
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <ListBox
          aria-label={words.accounts}
          items={shown}
          selectionMode="multiple"
          selectedKeys={chosenIds}
          disabledKeys={disabledIds}
          escapeKeyBehavior="none"
          onSelectionChange={(keys) => chooseOfShown(keys === 'all' ? new Set(own) : keys)}
          renderEmptyState={() => <p className={styles['none']}>{words.noMatch}</p>}
          className={styles['list'] ?? ''}
        >
          {drawOption}
        </ListBox>
      </Virtualizer>
      {isTooMany && (
        <Message tone="fault" role="alert">
          {requestWords.tooMany({ most: mostSenders })}
        </Message>
      )}
      <DialogButtons>
        <span role="status" className={styles['count']}>
          {requestWords.chosenCount({ count: chosenIds.size, most: mostSenders })}
        </span>
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button look="loud" isDisabled={chosenIds.size === 0} onPress={finish}>
          {requestWords.done}
        </Button>
      </DialogButtons>
    </Dialog>
  );
};

const drawOption = (user: UserView) => (
  <ListBoxItem id={user.id} textValue={user.name} className={styles['option'] ?? ''}>
    <span className={styles['box']}>
      <Check size={14} strokeWidth={3} aria-hidden="true" className={styles['tick']} />
    </span>
    <IdentityMark
      colour={user.colour}
      initials={user.initials}
      size="small"
      look={maySend(user) ? 'full' : 'hollow'}
    />
    <div className={styles['texts']}>
      <Text slot="label" elementType="div" className={styles['name'] ?? ''}>
        <bdi>{user.name}</bdi>
      </Text>
      <Text slot="description" elementType="div" className={styles['detail'] ?? ''}>
        {reasonOf(user) ?? <bdi>{user.email}</bdi>}
      </Text>
    </div>
  </ListBoxItem>
);

/** Why a request cannot go out as this user. */
const reasonOf = (user: UserView): string | undefined => {
  if (maySend(user)) return undefined;
  return user.state === 'loggedOut' ? requestWords.mustLogIn : requestWords.mustUnlock;
};
