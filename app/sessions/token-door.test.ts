import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../outcome.ts';
import { valueOf } from '../testing/fake-world.ts';
import { twoUsers, unknownId, waysToLeave } from '../testing/worlds.ts';

describe('the token of a user, for what leaves by another way than a call', () => {
  it('is the user’s own, active or not, without anything asked of the service', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    const before = world.service.requests.length;
    for (const userId of [ana, ben])
      expect(await switcher.bearers.bearerOf(userId)).toEqual(succeed(world.storedAccessTokenOf(userId)));
    expect(world.service.requests).toHaveLength(before);
  });

  it('that has run out is refreshed first', async () => {
    const { world, switcher, ana } = await twoUsers();
    const hourMs = 60 * 60_000;
    world.service.grants.accessLifeMs = hourMs;
    await switcher.accounts.refreshProfile(ana);
    const before = valueOf(await switcher.bearers.bearerOf(ana));
    world.nowMs += hourMs;
    const after = valueOf(await switcher.bearers.bearerOf(ana));
    expect(after).not.toBe(before);
    expect(world.service.grants.subjectOf(after)).toBe(switcher.registry.users.get(ana)?.subject);
  });

  it('is another once the service has refused it, and one refusal is refreshed once', async () => {
    const { world, switcher, ana, ben } = await twoUsers();
    const { bearers } = switcher;
    const refused = valueOf(await bearers.bearerOf(ana));
    const ofBen = valueOf(await bearers.bearerOf(ben));
    await bearers.noteRejected(ana, refused);
    const newer = valueOf(await bearers.bearerOf(ana));
    expect(newer).not.toBe(refused);
    await bearers.noteRejected(ana, refused);
    expect([await bearers.bearerOf(ana), await bearers.bearerOf(ben)]).toEqual([
      succeed(newer),
      succeed(ofBen),
    ]);
    expect(world.service.countOf('refresh')).toBe(1);
  });

  it('may go to the origins of the user’s service', async () => {
    const { switcher, ana } = await twoUsers();
    expect(await switcher.bearers.originsOf(ana)).toEqual(succeed(['https://api.example.org']));
  });

  it('may go nowhere where the user has left while the service was asked', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.service.apiOrigins = async () => {
      await switcher.logOut(ana);
      return ['https://api.example.org'];
    };
    expect(await switcher.bearers.originsOf(ana)).toEqual(fail({ code: 'userLoggedOut' }));
  });
});

describe('who may not act', () => {
  it.each(waysToLeave)(
    'since that user %s, gets no token, and nothing is asked',
    async (_who, code, leave) => {
      const { world, switcher, ana, ben } = await twoUsers();
      const { bearers } = switcher;
      const token = valueOf(await bearers.bearerOf(ana));
      await leave(switcher, ana);
      await switcher.close();
      const before = world.service.requests.length;
      expect(bearers.refusalOf(ana)).toEqual(fail({ code }));
      expect(await bearers.bearerOf(ana)).toEqual(fail({ code }));
      expect(await bearers.originsOf(ana)).toEqual(fail({ code }));
      await bearers.noteRejected(ana, token);
      expect(world.service.requests).toHaveLength(before);
      expect(bearers.refusalOf(ben)).toBeUndefined();
    },
  );

  it('is whoever this computer does not know', async () => {
    const { switcher } = await twoUsers();
    expect(await switcher.bearers.bearerOf(unknownId)).toEqual(fail({ code: 'userNotFound' }));
  });

  it('is nobody of a service that is gone, but there is nowhere to act', async () => {
    const { world, switcher, ana } = await twoUsers();
    world.isServiceGone = true;
    const { bearers } = switcher;
    expect(bearers.refusalOf(ana)).toBeUndefined();
    for (const asked of [bearers.bearerOf(ana), bearers.originsOf(ana)])
      expect(await asked).toEqual(fail({ code: 'serviceNotFound' }));
  });
});
