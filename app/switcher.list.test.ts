import { describe, expect, it } from 'vitest';
import { valueOf } from './testing/fake-world.ts';
import { activeIdOf, emailsInOrder, errorOf, unknownId, worldWith } from './testing/worlds.ts';

const three = () => worldWith('ana@x.org', 'ben@x.org', 'cleo@x.org');

describe('moving an account in the list', () => {
  it('shows it there, also after a restart, and changes nobody else and nothing else', async () => {
    const { world, switcher, idOf } = await three();
    const { users } = switcher.registry;
    valueOf(await switcher.move(idOf(2), { side: 'before', userId: idOf(0) }));
    expect(emailsInOrder(switcher)).toEqual(['cleo@x.org', 'ana@x.org', 'ben@x.org']);
    expect(switcher.registry.users).toBe(users);
    expect(activeIdOf(switcher)).toBe(idOf(2));
    expect(emailsInOrder(world.start())).toEqual(['cleo@x.org', 'ana@x.org', 'ben@x.org']);
  });

  it('stays through log out, log in again and a switch', async () => {
    const { switcher, idOf } = await three();
    valueOf(await switcher.move(idOf(0), { side: 'after', userId: idOf(2) }));
    valueOf(await switcher.logOut(idOf(0)));
    valueOf(await switcher.switchTo(idOf(1)));
    expect(emailsInOrder(switcher)).toEqual(['ben@x.org', 'cleo@x.org', 'ana@x.org']);
  });

  it('is as it was where the disk refuses', async () => {
    const { world, switcher, idOf } = await three();
    world.disk.isFull = true;
    const refused = switcher.move(idOf(2), { side: 'before', userId: idOf(0) });
    expect(await errorOf(refused)).toBe('storageUnavailable');
    expect(emailsInOrder(switcher)).toEqual(['ana@x.org', 'ben@x.org', 'cleo@x.org']);
  });

  it('raises no epoch: a login under way still seats its user', async () => {
    const { switcher, idOf } = await three();
    const events: boolean[] = [];
    switcher.subscribe(({ users, isOrderChanged, isActiveChanged }) => {
      expect(users).toEqual([]);
      events.push(isOrderChanged, isActiveChanged);
    });
    valueOf(await switcher.move(idOf(2), { side: 'before', userId: idOf(0) }));
    expect(events).toEqual([true, false]);
  });

  it('of nobody, or beside nobody, is refused', async () => {
    const { switcher, idOf } = await three();
    expect(await errorOf(switcher.move(unknownId, { side: 'after', userId: idOf(0) }))).toBe('userNotFound');
    expect(await errorOf(switcher.move(idOf(0), { side: 'after', userId: unknownId }))).toBe('userNotFound');
  });
});

describe('the colour of an account', () => {
  it('is the person’s own after a restart and after a log out, until it is left to Hotseat again', async () => {
    const { world, switcher, idOf } = await three();
    const id = idOf(1);
    valueOf(await switcher.chooseColour(id, 'production'));
    valueOf(await switcher.logOut(id));
    const restarted = world.start();
    expect(restarted.registry.users.get(id)?.chosenColour).toBe('production');
    valueOf(await restarted.chooseColour(id, undefined));
    expect(world.start().registry.users.get(id)?.chosenColour).toBeUndefined();
  });

  it('is gone with the account', async () => {
    const { world, switcher, idOf } = await three();
    valueOf(await switcher.chooseColour(idOf(1), 'production'));
    valueOf(await switcher.remove(idOf(1)));
    expect(JSON.stringify([...(world.disk.found().accounts?.users ?? [])])).not.toContain('production');
  });
});
