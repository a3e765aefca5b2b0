import { removeProfile, removeSeeds, seededProfile } from '../../bench/seeded-profile.ts';
import { expect, test, type Hotseat } from '../../e2e/fixtures/hotseat.ts';
import { startTrayHost } from '../../e2e/fixtures/tray-host.ts';
import { titlesOf } from '../../e2e/fixtures/window-titles.ts';
import { HotseatScreen } from '../../e2e/screens/hotseat-screen.ts';
import { amount, tally } from '../tally.ts';
import { readProfile } from './profile-reading.ts';
import { stormFromMenu, stormFromPage, stormFromTerminals, type Storm } from './switch-storm.ts';

test.skip(process.platform !== 'linux', 'The tray of other systems cannot be read.');

const accounts = amount({ sample: 200, campaign: 10_000 });
const seconds = amount({ sample: 3, campaign: 60 });
const perSecond = { page: 300, terminals: 100, menu: 100 };
/** Spread over the list; each has a web session that is opened for it. */
const targetCount = 40;
const menuLines = 9;

test.afterAll(removeSeeds);

test(`F8: of 500 switches a second from three surfaces among ${accounts} accounts one wins, everywhere`, async ({
  launch,
}) => {
  test.setTimeout(900_000);
  const tray = await startTrayHost();
  const profile = await seededProfile(accounts);
  const hotseat = await launch({ profile });
  const screen = new HotseatScreen(hotseat.window);
  await expect(screen.activeUser).toContainText('Person 1', { timeout: 60_000 });
  const { order } = await stateOf(hotseat);
  const every = Math.floor(order.length / targetCount);
  const targets = order.filter((_id, index) => index % every === 0).slice(0, targetCount);
  const forMs = seconds * 1_000;
  const startedAt = performance.now();
  const [page, terminals, menu] = await Promise.all([
    stormFromPage(hotseat, { targets, forMs, aSecond: perSecond.page }),
    stormFromTerminals(hotseat, { targets: targets.toReversed(), forMs, aSecond: perSecond.terminals }),
    stormFromMenu(hotseat, { targets: order.slice(0, menuLines), forMs, aSecond: perSecond.menu }),
  ]);
  const tookMs = performance.now() - startedAt;
  const asked = [page, terminals, menu].map(countOf);
  const total = asked.reduce((sum, count) => sum + count, 0);
  console.log(
    `${accounts} accounts, ${total} switches in ${Math.round(tookMs)} ms: ${[page, terminals, menu].map(({ answers }) => JSON.stringify(Object.fromEntries(answers))).join(' ')}`,
  );
  for (const { answers } of [page, terminals])
    expect(
      [...answers.keys()].filter((answer) => answer !== 'switched' && answer !== 'superseded'),
      'nobody is told anything else',
    ).toEqual([]);
  expect(page.answers.get('superseded') ?? 0, 'and some that a later one counts').toBeGreaterThan(0);

  await test.step('one state, the same everywhere', async () => {
    const { activeId, name } = await stateOf(hotseat);
    expect([page.lastTarget, terminals.lastTarget, menu.lastTarget], 'a last one has won').toContain(
      activeId,
    );
    await expect(screen.activeUser).toContainText(name);
    await expect.poll(() => titlesOf(hotseat.pid), { timeout: 20_000 }).toEqual([`${name} — Hotseat`]);
    await expect.poll(() => tray.tooltip(), { timeout: 20_000 }).toBe(`Hotseat: ${name} is active`);
    const expectedTicks = order.slice(0, menuLines).includes(activeId) ? [name] : [];
    await expect.poll(() => tickedInMenu(hotseat)).toEqual(expectedTicks);
    await screen.notebookOf(name);
    await hotseat.close();
    const { registry, notices } = readProfile(profile);
    expect(registry.activeId, 'and on disk').toBe(activeId);
    expect(registry.order).toEqual(order);
    expect(notices).toEqual([]);
  });
  tally({
    row: 'F8',
    fault: 'switch in a storm from three surfaces',
    injected: total,
    survived: total,
    lost: 0,
  });
  await tray.stop();
  await removeProfile(profile);
});

const countOf = ({ answers }: Storm): number => [...answers.values()].reduce((sum, count) => sum + count, 0);

const stateOf = ({ window: page }: Hotseat) =>
  page.evaluate(async () => {
    const snapshot = await window.hotseat.snapshot();
    if (!snapshot.ok) throw new Error('There is no snapshot');
    const { users, activeId } = snapshot.value;
    const active = users.find(({ id }) => id === activeId);
    if (!active) throw new Error('Nobody is active');
    return { activeId: active.id, name: active.name, order: users.map(({ id }) => id) };
  });

const tickedInMenu = ({ app }: Hotseat): Promise<readonly string[]> =>
  app.evaluate(
    ({ Menu }) =>
      Menu.getApplicationMenu()
        ?.items[0]?.submenu?.items.filter(({ checked }) => checked)
        .map(({ label }) => label) ?? [],
  );
