import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Outcome } from '../../app/outcome.ts';
import type { Switcher } from '../../app/switcher.ts';
import { logInByEmail } from '../../app/testing/fake-world.ts';
import { brokenInvariants } from '../../app/users/registry-invariants.ts';
import type { UserId } from '../../app/users/user.ts';
import { observedFileSystem } from '../../main/storage/testing/observed-file-system.ts';
import { tracesOf } from './aftermath.ts';
import { storeFiles } from './readings.ts';
import { emails, newcomer, startDesk } from './scenes.ts';

const people = [...emails, newcomer];

const event = fc.record({
  action: fc.constantFrom(
    'logIn',
    'logIn',
    'switchTo',
    'switchTo',
    'logOut',
    'remove',
    'refresh',
    'rename',
    'move',
  ),
  who: fc.constantFrom(...people),
  /** What befalls it: nothing, an end before its nth call to the disk, or a disk that is full for n calls. */
  fault: fc.oneof(
    fc.constant({ kind: 'none' as const, n: 0 }),
    fc.record({
      kind: fc.constantFrom('crash' as const, 'fullDisk' as const),
      n: fc.integer({ min: 1, max: 40 }),
    }),
  ),
  /** What comes after it. */
  sequel: fc.constantFrom('nothing', 'restart', 'damage'),
  chance: fc.nat(1_000_000),
});
export type HistoryEvent = typeof event extends fc.Arbitrary<infer T> ? T : never;

export const history: fc.Arbitrary<readonly HistoryEvent[]> = fc.array(event, {
  minLength: 4,
  maxLength: 14,
});

/** What a person was last told of an account; `unsure` where nobody was, or something was refused. */
type Told = 'never' | 'in' | 'out' | 'gone' | 'unsure';

type Desk = Awaited<ReturnType<typeof startDesk>>;

/** One profile through crashes, a full disk and damaged files, with a model of what the person was told. */
export class RandomHistory {
  readonly counts = { crash: 0, fullDisk: 0, damage: 0 };
  readonly #scratch: string;
  #folder: string;
  #copies = 0;
  #desk: Desk | undefined;
  readonly #told = new Map<string, Told>(people.map((email) => [email, 'never']));
  readonly #ids = new Map<string, UserId>();
  /** Of the last switch that succeeded, as long as nothing was asked after it. */
  #active: string | undefined;

  constructor(scratch: string) {
    this.#scratch = scratch;
    this.#folder = join(scratch, 'profile-0');
    mkdirSync(this.#folder);
  }

  /** Throws the first promise that does not hold. */
  async play(events: readonly HistoryEvent[]): Promise<void> {
    await this.#start();
    for (const { action, who, fault, sequel, chance } of events) {
      const isEnded = await this.#suffer(fault, () => this.#ask(action, who));
      if (sequel === 'damage') await this.#damage(chance);
      else if (isEnded || sequel === 'restart') await this.#start();
    }
    await this.#start();
  }

  /** Answers whether Hotseat was ended in the middle of it. */
  async #suffer({ kind, n }: HistoryEvent['fault'], act: () => Promise<void>): Promise<boolean> {
    const told = new Map(this.#told);
    const copy = join(this.#scratch, `profile-${(this.#copies += 1)}`);
    let calls = 0;
    let isCopied = false;
    // What a process that is killed leaves is what its folder holds at that moment.
    if (kind === 'crash')
      observedFileSystem.beforeCall = () => {
        calls += 1;
        if (calls !== n) return;
        observedFileSystem.beforeCall = undefined;
        cpSync(this.#folder, copy, { recursive: true });
        isCopied = true;
      };
    if (kind === 'fullDisk')
      for (const operation of ['write', 'fsync'] as const)
        observedFileSystem.faults.push({ operation, path: /./, code: 'ENOSPC', times: Math.ceil(n / 4) });
    await act();
    const wasFull = observedFileSystem.faults.some(({ times }) => times !== Math.ceil(n / 4));
    observedFileSystem.reset();
    if (wasFull) this.counts.fullDisk += 1;
    if (!isCopied) return false;
    this.counts.crash += 1;
    // Whatever was answered after that moment, nobody has heard.
    for (const [email, before] of told) if (this.#told.get(email) !== before) this.#told.set(email, 'unsure');
    this.#active = undefined;
    rmSync(this.#folder, { recursive: true });
    this.#folder = copy;
    return true;
  }

  async #ask(action: HistoryEvent['action'], who: string): Promise<void> {
    const desk = this.#desk;
    if (!desk) return;
    const { switcher } = desk;
    const id = idOf(switcher, who);
    this.#active = undefined;
    if (action === 'logIn') {
      const outcome = await logInByEmail(switcher, who);
      if (outcome.ok) this.#ids.set(who, outcome.value.userId);
      this.#tell(who, outcome, 'in');
    } else if (id !== undefined) await this.#askOf(switcher, action, who, id);
    await switcher.close();
    // A closed desk takes no more logins.
    this.#desk = await startDesk(this.#folder);
  }

  async #askOf(switcher: Switcher, action: HistoryEvent['action'], who: string, id: UserId): Promise<void> {
    const [first] = switcher.registry.order;
    if (action === 'switchTo') {
      const outcome = await switcher.switchTo(id);
      if (outcome.ok) this.#active = who;
    } else if (action === 'logOut') this.#tell(who, await switcher.logOut(id), 'out');
    else if (action === 'remove') this.#tell(who, await switcher.remove(id), 'gone');
    else if (action === 'refresh') await switcher.callFunction(id, 'anything', []);
    else if (action === 'rename') await switcher.rename(id, `Called-${who}`);
    else if (action === 'move' && first !== undefined)
      await switcher.move(id, { side: 'before', userId: first });
  }

  #tell(who: string, { ok }: Outcome<unknown>, told: Told): void {
    this.#told.set(who, ok ? told : 'unsure');
  }

  async #damage(chance: number): Promise<void> {
    await this.#start();
    const { switcher } = this.#desk ?? {};
    if (!switcher) return;
    // What the older generation does not know yet, damage may cost; but it brings nobody back.
    if (chance % 2 === 0)
      for (const id of switcher.registry.order)
        for (const nickname of ['One', 'Two']) await switcher.rename(id, nickname);
    else for (const [email, told] of this.#told) if (told === 'in') this.#told.set(email, 'unsure');
    const files = storeFiles(this.#folder).filter(
      (name) => !name.includes('quarantine') && (chance % 3 === 1 || name.startsWith('registry/')),
    );
    const name = files[chance % Math.max(1, files.length)];
    if (name === undefined) return;
    const bytes = readFileSync(join(this.#folder, name));
    if (bytes.length === 0) return;
    const at = chance % bytes.length;
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (chance % 8)), at);
    writeFileSync(join(this.#folder, name), chance % 3 === 0 ? bytes.subarray(0, at) : bytes);
    this.counts.damage += 1;
    this.#active = undefined;
    await this.#start();
  }

  async #start(): Promise<void> {
    const desk = await startDesk(this.#folder);
    this.#desk = desk;
    const { switcher } = desk;
    this.#expect('at once', brokenInvariants(switcher.registry));
    await switcher.finishWhatWasLeft();
    this.#expect('later', brokenInvariants(switcher.registry));
    const files = storeFiles(this.#folder);
    for (const [email, told] of this.#told) {
      const id = idOf(switcher, email);
      const state = id === undefined ? 'gone' : switcher.registry.users.get(id)?.state;
      const isRight =
        told === 'unsure' ||
        (told === 'in' && state === 'authenticated') ||
        (told === 'out' && state === 'loggedOut') ||
        ((told === 'gone' || told === 'never') && state === 'gone');
      this.#expect(email, isRight ? [] : [`told “${told}”, and is ${state}`]);
      if (state === 'loggedOut')
        this.#expect(email, files.includes(`sessions/${id}.json`) ? ['has a session'] : []);
      const oldId = this.#ids.get(email);
      if (told === 'gone' && oldId !== undefined)
        this.#expect(
          email,
          tracesOf(this.#folder, email, oldId).map((file) => `is in ${file}`),
        );
      if (told === 'unsure') this.#told.set(email, toldNow(state));
      if (id !== undefined) this.#ids.set(email, id);
    }
    const { activeId } = switcher.registry;
    if (this.#active !== undefined)
      this.#expect('active', activeId === idOf(switcher, this.#active) ? [] : [`not ${this.#active}`]);
  }

  #expect(of: string, broken: readonly string[]): void {
    if (broken.length > 0) throw new Error(`${of}: ${broken.join('; ')}`);
  }
}

const toldNow = (state: 'authenticated' | 'loggedOut' | 'gone' | undefined): Told => {
  if (state === 'authenticated') return 'in';
  // Damage may have cost it: then it is kept aside, where a removal would have left nothing.
  return state === 'loggedOut' ? 'out' : 'never';
};

const idOf = ({ registry }: Switcher, email: string): UserId | undefined =>
  [...registry.users.values()].find(({ profile }) => profile.email === email)?.id;
