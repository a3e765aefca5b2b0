import { succeed } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { KeptRegistry, Transition } from '../users/kept-registry.ts';
import type { User, UserId } from '../users/user.ts';
import { sessionStored } from '../users/user-registry.ts';
import { foreseenEnd, type Session, type SessionEnd } from './session.ts';
import type { FinishedRefresh, SessionKeeper } from './session-keeper.ts';

const littleMs = 60 * 60_000;
const littleShare = 0.1;

/** Makes refreshed tokens durable, behind whatever else is being written. */
export class RefreshedSessions {
  readonly #ports: Pick<Ports, 'vault' | 'clock' | 'log'>;
  readonly #kept: KeptRegistry;
  readonly #sessions: SessionKeeper;

  constructor(ports: Pick<Ports, 'vault' | 'clock' | 'log'>, kept: KeptRegistry, sessions: SessionKeeper) {
    this.#ports = ports;
    this.#kept = kept;
    this.#sessions = sessions;
  }

  /**
   * A refresh token that was rotated makes what is stored worthless: then the new one is written or nothing is
   * left, and a user whose new one cannot be written has a session in memory only.
   */
  store(userId: UserId, { session, before, generation }: FinishedRefresh): Promise<void> {
    const isRotated = session.refreshToken !== before.refreshToken;
    return this.#kept.queue.run(async () => {
      if (generation !== this.#sessions.generationOf(userId)) return;
      const { vault, log } = this.#ports;
      const written = await (isRotated ? vault.write(userId, session) : vault.update(userId, session));
      if (!written.ok) log.warn('a refreshed session could not be saved', { code: written.error.code });
      if (!written.ok && !isRotated) return;
      const isSaved = written.ok && written.value === 'disk';
      const transition: Transition = (registry) =>
        succeed(
          sessionStored(registry, userId, {
            sessionKept: isSaved ? 'disk' : 'memory',
            sessionEnd: this.#endToRecord(registry.users.get(userId), session),
          }),
        );
      if (isSaved) await this.#kept.commit(transition, [userId]);
      // That nothing is stored is so even if it cannot be written down.
      else {
        this.#kept.takeEffect(transition, [userId]);
        await this.#kept.save();
      }
    });
  }

  /**
   * Sessions whose end is put off by every refresh would have all accounts written every time: an end that has moved
   * by little is not recorded anew. As long as the session is in memory, its own end counts.
   */
  #endToRecord(user: User | undefined, session: Session): SessionEnd | undefined {
    const recorded = user?.state === 'authenticated' ? user.sessionEnd : undefined;
    const nowMs = this.#ports.clock.nowMs();
    const end = foreseenEnd(session, nowMs, recorded);
    if (!end || !recorded) return end;
    const isLittle =
      Math.abs(end.atMs - recorded.atMs) < Math.max(littleMs, (end.atMs - nowMs) * littleShare);
    return isLittle ? recorded : end;
  }

  /** The vault keeps nothing on disk any more: takes what is open from it. Answers with those that are not open. */
  async keepInMemory(): Promise<readonly UserId[]> {
    const unopened: UserId[] = [];
    for (const user of this.#kept.current.users.values()) {
      if (user.state !== 'authenticated' || user.sessionKept !== 'disk') continue;
      const session = this.#sessions.held(user.id);
      if (!session) unopened.push(user.id);
      else
        await this.#kept.queue.run(async () => {
          const written = await this.#ports.vault.write(user.id, session);
          if (!written.ok) return;
          const stored = { sessionKept: written.value };
          this.#kept.takeEffect((registry) => succeed(sessionStored(registry, user.id, stored)), [user.id]);
          await this.#kept.save();
        });
    }
    return unopened;
  }

  /** Writes sessions that live in memory, once they can be; the registry learns of all at once. */
  async saveInMemory(): Promise<void> {
    const inMemory = [...this.#kept.current.users.values()].filter(
      (user) => user.state === 'authenticated' && user.sessionKept === 'memory',
    );
    if (inMemory.length === 0) return;
    await this.#kept.queue.run(async () => {
      const written: UserId[] = [];
      for (const { id } of inMemory) {
        const session = this.#sessions.held(id);
        const outcome = session && (await this.#ports.vault.write(id, session));
        if (outcome?.ok && outcome.value === 'disk') written.push(id);
      }
      const saved = await this.#kept.commit(
        (registry) =>
          succeed(written.reduce((all, id) => sessionStored(all, id, { sessionKept: 'disk' }), registry)),
        written,
      );
      if (!saved.ok)
        this.#ports.log.warn('sessions could not be moved to the disk', { code: saved.error.code });
    });
  }
}
