import type { UpdateView } from '../../app/contract/update-views.ts';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Clock, Log, Random, Timers } from '../../app/ports.ts';
import {
  afterUpdateEvent,
  downloadable,
  mayCheck,
  type UpdateEvent,
} from '../../app/updates/update-state.ts';
import { causeText } from '../logging/cause-text.ts';
import { CheckSchedule } from './check-schedule.ts';
import type { SeenVersions } from './seen-versions.ts';
import type { UpdateControl } from './update-control.ts';
import type { InstallResult, UpdateEngine } from './update-engine.ts';
import { updateFaultOf } from './update-failure.ts';

export interface UpdatesParts {
  /** `off` where nothing is to be looked for, and for what reason; it stays so. */
  readonly initial: UpdateView;
  /** Both are opened when they are first needed, long after the start. */
  readonly openSeen: () => SeenVersions;
  readonly openEngine: (seen: SeenVersions) => Promise<UpdateEngine>;
  /** May it be looked for newer versions without being asked? */
  readonly isAutomatic: () => boolean;
  /** Quits Hotseat as a person would. */
  readonly quit: () => void;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Pick<Random, 'fraction'>;
  readonly log: Log;
}

/** What becomes of the process once everything is closed. */
export type Ending = 'none' | 'startAnew' | 'startsItself';

/** Updates as the window has them: looked for, downloaded and installed, each when it may be. */
export class Updates implements UpdateControl {
  readonly #parts: UpdatesParts;
  readonly #schedule: CheckSchedule;
  readonly #listeners = new Set<() => void>();
  #view: UpdateView;
  #seen: SeenVersions | undefined;
  #engine: Promise<UpdateEngine> | undefined;
  #download: AbortController | undefined;
  /** The person has agreed, and it is prepared. */
  #agreed: { readonly version: string } | undefined;

  constructor(parts: UpdatesParts) {
    this.#parts = parts;
    this.#view = parts.initial;
    this.#schedule = new CheckSchedule({
      ...parts,
      check: async () => {
        if (!parts.isAutomatic() || !mayCheck(this.#view)) return true;
        await this.#check();
        return this.#view.kind !== 'failed';
      },
    });
  }

  get current(): UpdateView {
    return this.#view;
  }

  /** Returns the end of it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** To be called once the window is there. Tells of an installation that failed, and begins to look. */
  begin(): void {
    if (this.#isOff) return;
    const seen = this.#openSeen();
    if (seen.failed) {
      this.#become({ kind: 'failed', during: 'install', because: seen.failed.because });
      void seen.forgetFailed();
    }
    this.#schedule.begin();
  }

  /** The computer has woken. */
  wake(): void {
    if (!this.#isOff) this.#schedule.wake();
  }

  /** Something that a check waited for is there: the network, or permission. */
  checkSoon(): void {
    if (!this.#isOff) this.#schedule.soon();
  }

  /** Did the last check miss the network? */
  get isOffline(): boolean {
    return this.#view.kind === 'failed' && this.#view.because === 'offline';
  }

  async check(): Promise<Outcome<void>> {
    if (this.#isOff) return denied;
    if (mayCheck(this.#view)) await this.#check();
    return done;
  }

  /** Begins it; how far it is, and how it ends, is told by the view. */
  async download(): Promise<Outcome<void>> {
    if (this.#isOff) return denied;
    if (downloadable(this.#view)) void this.#downloadNow();
    return done;
  }

  cancelDownload(): void {
    this.#download?.abort();
  }

  /** Prepares what was downloaded and quits: it is put in place when everything else has ended. */
  async install(): Promise<Outcome<void>> {
    if (this.#isOff) return denied;
    const view = this.#view;
    if (view.kind !== 'ready') return done;
    this.#happened({ kind: 'installBegan' });
    await this.#attempt('installing', async (engine) => {
      await engine.prepare();
      this.#agreed = { version: view.offer.version };
      this.#parts.quit();
    });
    return done;
  }

  /** The last thing of a quit, when all that belongs to people is closed. Never throws. */
  async finish(): Promise<Ending> {
    this.#schedule.end();
    this.#download?.abort();
    if (!this.#agreed) return 'none';
    try {
      return endings[await (await this.#openEngine()).install()];
    } catch (cause) {
      this.#parts.log.warn('an update was not installed', { cause: causeText(cause) });
      await this.#openSeen().noteFailed({ version: this.#agreed.version, because: updateFaultOf(cause) });
      return 'startAnew';
    }
  }

  async #check(): Promise<void> {
    this.#happened({ kind: 'checkBegan' });
    await this.#attempt('looking for updates', async (engine) => {
      const found = await engine.check();
      const atMs = this.#parts.clock.nowMs();
      if (found.kind === 'offer') this.#happened({ kind: 'found', offer: found.offer });
      else if (found.kind === 'newerSystem')
        this.#happened({ kind: 'foundForNewerSystem', version: found.version, atMs });
      else this.#happened({ kind: 'nothingFound', atMs });
    });
  }

  async #downloadNow(): Promise<void> {
    this.#happened({ kind: 'downloadBegan' });
    const controller = new AbortController();
    this.#download = controller;
    await this.#attempt('downloading an update', async (engine) => {
      try {
        await engine.download((bytes) => this.#happened({ kind: 'received', bytes }), controller.signal);
        this.#happened({ kind: 'downloaded' });
      } catch (cause) {
        if (!controller.signal.aborted) throw cause;
        this.#happened({ kind: 'downloadCancelled' });
      }
    });
    this.#download = undefined;
  }

  async #attempt(what: string, work: (engine: UpdateEngine) => Promise<void>): Promise<void> {
    try {
      await work(await this.#openEngine());
    } catch (cause) {
      const because = updateFaultOf(cause);
      if (because !== 'offline') this.#parts.log.warn(`${what} failed`, { because, cause: causeText(cause) });
      this.#happened({ kind: 'failed', because });
    }
  }

  #openEngine(): Promise<UpdateEngine> {
    const engine = (this.#engine ??= this.#parts.openEngine(this.#openSeen()));
    engine.catch(() => {
      this.#engine = undefined;
    });
    return engine;
  }

  #openSeen(): SeenVersions {
    this.#seen ??= this.#parts.openSeen();
    return this.#seen;
  }

  get #isOff(): boolean {
    return this.#view.kind === 'off';
  }

  #happened(event: UpdateEvent): void {
    this.#become(afterUpdateEvent(this.#view, event));
  }

  #become(view: UpdateView): void {
    if (view === this.#view) return;
    this.#view = view;
    for (const listener of Array.from(this.#listeners)) listener();
  }
}

const denied = fail({ code: 'deniedByPolicy' });

const endings: Readonly<Record<InstallResult, Ending>> = {
  installed: 'startAnew',
  startsItself: 'startsItself',
};
