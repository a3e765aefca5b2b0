import { describe, expect, it } from 'vitest';
import { done, fail, type Outcome } from '../outcome.ts';
import { settled } from '../testing/manual-timers.ts';
import { quietHandover } from '../testing/quiet-handover.ts';
import { registryOf, someUser } from '../testing/some-user.ts';
import { Turns } from '../testing/turns.ts';
import { errorOf } from '../testing/worlds.ts';
import { KeptRegistry } from './kept-registry.ts';
import { SwitchLine } from './switch-line.ts';
import { switchedTo } from './user-registry.ts';

const ana = someUser(1);
const ben = someUser(2);
const cleo = someUser(3);

/** Ana is active; a switch is over once the test says that all has been heard. */
const line = () => {
  const disk = { isFull: false };
  const save = async (): Promise<Outcome<void>> =>
    disk.isFull ? fail({ code: 'storageUnavailable', problem: 'diskFull' }) : done;
  const registry = { ...registryOf(ana, ben, cleo), activeId: ana.id, recent: [ana.id] };
  const kept = new KeptRegistry(
    { saveAccounts: save, saveActive: save },
    { registry, isAsStored: true },
    { warn: () => undefined },
  );
  const handover = quietHandover(kept, { switching: 'free' });
  const hearing = new Turns();
  const switches = new SwitchLine(kept, handover, hearing.turn);
  return { disk, kept, hearing, switches };
};

describe('a switch to who is active', () => {
  it('is answered where nothing else is asked for, and holds nobody up', async () => {
    const { switches, hearing } = line();
    const twice = [switches.switchTo(ana.id), switches.switchTo(ana.id)];
    expect(await Promise.all(twice)).toEqual([done, done]);
    expect(hearing.count, 'nobody waits for it to be heard').toBe(0);
  });

  it('is that again once a switch to them is over', async () => {
    const { switches, hearing } = line();
    expect(await switches.switchTo(ben.id)).toEqual(done);
    hearing.release(0);
    await settled();
    expect(await switches.switchTo(ben.id)).toEqual(done);
    expect(hearing.count).toBe(0);
  });

  it('is refused where the disk does not learn who is active', async () => {
    const { switches, kept, disk } = line();
    kept.takeEffect((registry) => switchedTo(registry, ben.id), []);
    disk.isFull = true;
    expect(await errorOf(switches.switchTo(ben.id))).toBe('storageUnavailable');
  });

  it('stands in line behind a switch that is not over: the next one wins over it', async () => {
    const { switches, hearing, kept } = line();
    expect(await switches.switchTo(ben.id)).toEqual(done);
    const again = switches.switchTo(ben.id);
    const next = switches.switchTo(cleo.id);
    expect(await errorOf(again)).toBe('superseded');
    hearing.release(0);
    expect([await next, kept.current.activeId]).toEqual([done, cleo.id]);
  });

  it('wins over one that has not begun', async () => {
    const { switches, kept } = line();
    const away = switches.switchTo(ben.id);
    const back = switches.switchTo(ana.id);
    expect([await errorOf(away), await back, kept.current.activeId]).toEqual(['superseded', done, ana.id]);
  });
});
