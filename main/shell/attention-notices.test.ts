import { describe, expect, it } from 'vitest';
import type { AttentionReason, UserView } from '../../app/contract/views.ts';
import { directoryService } from '../../app/identity/service.ts';
import { userIdSchema, type UserId } from '../../app/users/user.ts';
import { AttentionNotices } from './attention-notices.ts';
import { notificationAction, notificationText } from './attention-texts.ts';

const idOf = (number: number): UserId => userIdSchema.parse(`user-${String(number).padStart(5, '0')}`);

const view = (number: number, changes: Partial<UserView> = {}): UserView => ({
  id: idOf(number),
  serviceId: directoryService.id,
  name: `Name ${number}`,
  isAnonymous: false,
  state: 'authenticated',
  isLocked: false,
  unlocksWithTouchId: false,
  isLockedWhenLeft: false,
  attention: [],
  initials: 'N1',
  colour: 'blue',
  isColourChosen: false,
  ...changes,
});

/** A feed that a test moves by hand, as the real one would: first the truth, then the change. */
class Stage {
  readonly views = new Map<UserId, UserView>();
  activeId: UserId | undefined;
  isFocused = false;
  readonly looked: UserId[] = [];
  readonly notices: AttentionNotices;

  constructor(...views: readonly UserView[]) {
    for (const one of views) this.views.set(one.id, one);
    this.activeId = views[0]?.id;
    const readActive = () => this.activeId;
    this.notices = new AttentionNotices({
      get activeId() {
        return readActive();
      },
      viewOf: (id) => {
        this.looked.push(id);
        return this.views.get(id);
      },
      users: () => [...this.views.values()],
    });
  }

  change(number: number, changes: Partial<UserView>, activeId = this.activeId) {
    const changed = view(number, changes);
    this.views.set(changed.id, changed);
    this.activeId = activeId;
    return this.notices.changed({ users: [changed] }, this.isFocused);
  }

  ends(number: number, reason: AttentionReason) {
    if (this.activeId === idOf(number)) this.activeId = undefined;
    return this.change(number, { state: 'loggedOut', attention: [reason] });
  }
}

describe('telling a person who is not looking', () => {
  it.each(['sessionExpired', 'sessionRevoked'] as const)(
    'tells that the active session ended: %s',
    (reason) => {
      const stage = new Stage(view(1), view(2));
      expect(stage.ends(1, reason)).toEqual({
        notices: [{ userId: idOf(1), reason, name: 'Name 1' }],
        count: 1,
      });
    },
  );

  it('tells it once', () => {
    const stage = new Stage(view(1), view(2));
    stage.ends(1, 'sessionRevoked');
    expect(stage.ends(1, 'sessionRevoked').notices).toEqual([]);
    expect(stage.notices.changed({}, false).notices).toEqual([]);
  });

  it('tells a cause again that went and came', () => {
    const stage = new Stage(view(1));
    const locked = { attention: ['keyringUnavailable'] as const };
    expect(stage.change(1, locked).notices).toHaveLength(1);
    expect(stage.change(1, { ...locked, nickname: 'Ada' }).notices).toEqual([]);
    expect(stage.change(1, {})).toEqual({ notices: [], count: 0 });
    expect(stage.change(1, locked).notices).toHaveLength(1);
  });

  it('tells nothing of what the person sees in the window, then or later', () => {
    const stage = new Stage(view(1));
    stage.isFocused = true;
    expect(stage.change(1, { attention: ['keyringUnavailable'] })).toEqual({ notices: [], count: 1 });
    stage.isFocused = false;
    expect(stage.change(1, { attention: ['keyringUnavailable'], nickname: 'Ada' }).notices).toEqual([]);
  });

  it('tells nothing of accounts that are not active, but counts them', () => {
    const stage = new Stage(view(1), view(2), view(3));
    expect(stage.ends(2, 'sessionRevoked')).toEqual({ notices: [], count: 1 });
    expect(stage.ends(3, 'sessionExpired')).toEqual({ notices: [], count: 2 });
    expect(stage.change(2, {})).toEqual({ notices: [], count: 1 });
  });

  it('tells nothing of what was there when the account became active', () => {
    const stage = new Stage(view(1), view(2, { attention: ['keyringUnavailable'] }));
    expect(stage.notices.count).toBe(1);
    stage.activeId = idOf(2);
    expect(stage.notices.changed({}, false).notices).toEqual([]);
    expect(stage.change(2, { attention: ['keyringUnavailable'], nickname: 'Ada' }).notices).toEqual([]);
  });

  it.each(['unreachable', 'sessionEndsSoon', 'sessionNotSaved'] as const)(
    'lets %s be the window’s',
    (reason) => {
      expect(new Stage(view(1)).change(1, { attention: [reason] })).toEqual({ notices: [], count: 0 });
    },
  );

  it('says nothing when the person logs out or removes the account', () => {
    const stage = new Stage(view(1), view(2));
    stage.activeId = idOf(2);
    expect(stage.change(1, { state: 'loggedOut' }, idOf(2)).notices).toEqual([]);
    stage.views.delete(idOf(2));
    stage.activeId = undefined;
    expect(stage.notices.changed({ order: [idOf(1)] }, false)).toEqual({ notices: [], count: 0 });
  });

  it('counts a removed account no more', () => {
    const stage = new Stage(view(1), view(2, { state: 'loggedOut', attention: ['sessionExpired'] }));
    stage.views.delete(idOf(2));
    expect(stage.notices.changed({ order: [idOf(1)] }, false).count).toBe(0);
  });

  it('H8: names no account that is locked', () => {
    const stage = new Stage(view(1));
    const { notices } = stage.change(1, { isLocked: true, attention: ['keyringUnavailable'] });
    expect(notices).toEqual([{ userId: idOf(1), reason: 'keyringUnavailable', name: undefined }]);
    const texts = notices.map(notificationText);
    expect(texts[0]?.title).toBe('An account needs you');
    expect(JSON.stringify(texts)).not.toContain('Name 1');
  });

  it('offers a button only where Hotseat can do something', () => {
    const actionFor = (reason: AttentionReason) =>
      notificationAction({ userId: idOf(1), reason, name: undefined });
    expect(actionFor('sessionRevoked')).toBe('Log In Again');
    expect(actionFor('keyringUnavailable')).toBeUndefined();
  });

  it('looks at no other account, however many there are', () => {
    const stage = new Stage(...Array.from({ length: 1_000 }, (_none, index) => view(index)));
    stage.looked.length = 0;
    stage.change(7, { nickname: 'Ada' });
    expect(new Set(stage.looked)).toEqual(new Set([idOf(0)]));
  });
});
