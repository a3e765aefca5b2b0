import { describe, expect, it } from 'vitest';
import type { Push } from '../../app/contract/views.ts';
import type { KeyInput } from '../../app/surfaces/chord.ts';
import { createManualTimers } from '../../app/testing/manual-timers.ts';
import { registryOf, someUser } from '../../app/testing/some-user.ts';
import type { UserId } from '../../app/users/user.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import { Cycler } from './cycler.ts';

const users = [1, 2, 3].map((n) => someUser(n));
const [anaId, benId, cleoId] = users.map(({ id }) => id);

const key = (part: Partial<KeyInput>): KeyInput => ({
  type: 'keyDown',
  key: '',
  code: '',
  control: true,
  meta: false,
  alt: false,
  shift: false,
  isAutoRepeat: false,
  ...part,
});
const controlUp = key({ type: 'keyUp', key: 'Control', control: false });

const stage = () => {
  const timers = createManualTimers();
  const world: { registry: UserRegistry } = {
    registry: {
      ...registryOf(...users),
      activeId: cleoId,
      recent: [cleoId, benId, anaId].flatMap((id) => id ?? []),
    },
  };
  const switched: UserId[] = [];
  const told: Push[] = [];
  const cycler = new Cycler({
    timers,
    registry: () => world.registry,
    switchTo: (userId) => switched.push(userId),
    tell: (push) => told.push(push),
  });
  const previews = () => told.map((push) => (push.kind === 'cycling' ? push.preview?.previewedId : push));
  return { timers, world, switched, previews, cycler };
};

describe('cycling with keys held', () => {
  it('switches once, when the key is let go, and shows nothing for a quick tap', async () => {
    const { timers, switched, previews, cycler } = stage();
    cycler.step('older', 'Control');
    expect(switched).toEqual([]);
    expect(cycler.hears(controlUp), 'the page sees the key go up').toBe(false);
    expect(switched).toEqual([benId]);
    await timers.advance(1_000);
    expect(previews()).toEqual([]);
  });

  it('shows who would be active after a moment, and at once from the second step on', async () => {
    const { timers, switched, previews, cycler } = stage();
    cycler.step('older', 'Control');
    await timers.advance(150);
    expect(previews()).toEqual([benId]);
    cycler.step('older', 'Control');
    expect(previews()).toEqual([benId, anaId]);
    cycler.hears(controlUp);
    expect(previews()).toEqual([benId, anaId, undefined]);
    expect(switched).toEqual([anaId]);
  });

  it('leaves everything as it was with Escape, and when the window loses the keyboard', async () => {
    const { switched, previews, cycler } = stage();
    for (const leave of [() => cycler.hears(key({ key: 'Escape' })), () => cycler.cancel()]) {
      cycler.step('older', 'Control');
      cycler.step('older', 'Control');
      leave();
      cycler.hears(controlUp);
    }
    expect(switched).toEqual([]);
    expect(previews()).toEqual([anaId, undefined, anaId, undefined]);
    expect(cycler.hears(key({ key: 'Escape' })), 'Escape is the page’s again').toBe(false);
  });

  it('ends where the key was let go unheard', () => {
    const { switched, cycler } = stage();
    cycler.step('older', 'Control');
    expect(cycler.hears(key({ key: 'Enter', control: false }))).toBe(false);
    cycler.hears(controlUp);
    expect(switched).toEqual([]);
  });

  it('goes by the key that it began with', () => {
    const { switched, cycler } = stage();
    cycler.step('older', 'Alt');
    cycler.hears(controlUp);
    cycler.hears(key({ type: 'keyUp', key: 'Shift' }));
    expect(switched).toEqual([]);
    cycler.hears(key({ type: 'keyUp', key: 'Alt' }));
    expect(switched).toEqual([benId]);
  });

  it('does not offer who was locked meanwhile', () => {
    const { world, switched, previews, cycler } = stage();
    cycler.step('older', 'Control');
    cycler.step('older', 'Control');
    const locked = users.map((user) => ({ ...user, isLocked: user.id === anaId }));
    world.registry = { ...world.registry, users: registryOf(...locked).users };
    cycler.registryChanged();
    cycler.hears(controlUp);
    expect(previews()).toEqual([anaId, undefined]);
    expect(switched).toEqual([]);
  });

  it('settles at once from a menu, and does nothing where that comes round to who is active', () => {
    const { world, switched, cycler } = stage();
    cycler.step('older', undefined);
    expect(switched).toEqual([benId]);
    world.registry = { ...world.registry, ...registryOf(...users.slice(2)), activeId: cleoId };
    cycler.step('older', undefined);
    expect(switched).toEqual([benId]);
  });
});
