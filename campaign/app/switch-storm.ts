import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { UserId } from '../../app/users/user.ts';
import type { Hotseat } from '../../e2e/fixtures/hotseat.ts';
import { askRunning } from '../../main/command-line/ask-running.ts';
import { socketPlaceOf } from '../../main/command-line/socket-place.ts';

/** What one surface asked for, and what it was answered. */
export interface Storm {
  readonly answers: ReadonlyMap<string, number>;
  readonly lastTarget: UserId | undefined;
}

export interface StormPlan {
  readonly targets: readonly UserId[];
  readonly forMs: number;
  readonly aSecond: number;
}

const stormSchema = z.object({
  answers: z.record(z.string(), z.number()),
  last: z.custom<UserId>((value) => typeof value === 'string').optional(),
});

/** As a page that has been taken over would ask: without waiting for an answer. */
export const stormFromPage = async ({ window: page }: Hotseat, plan: StormPlan): Promise<Storm> => {
  const found = await page.evaluate(async ({ targets, forMs, aSecond }) => {
    const answers: Record<string, number> = {};
    const note = (answer: string): void => void (answers[answer] = (answers[answer] ?? 0) + 1);
    const asked: Promise<void>[] = [];
    const startedAt = performance.now();
    let last: UserId | undefined;
    for (let now = 0; now < forMs; now = performance.now() - startedAt) {
      while (asked.length < (now / 1_000) * aSecond) {
        const target = targets[asked.length % targets.length];
        if (target === undefined) break;
        last = target;
        asked.push(
          window.hotseat
            .execute('switchTo', { userId: target })
            .then((outcome) => note(outcome.ok ? 'switched' : outcome.error.code)),
        );
      }
      await new Promise((settle) => setTimeout(settle, 5));
    }
    await Promise.all(asked);
    return { answers, last };
  }, plan);
  const { answers, last } = stormSchema.parse(found);
  return { answers: new Map(Object.entries(answers)), lastTarget: last };
};

/** Fewer at once than Hotseat lets in. */
const terminals = 8;

export const stormFromTerminals = async ({ profile }: Hotseat, plan: StormPlan): Promise<Storm> => {
  const { targets, forMs, aSecond } = plan;
  const { platform } = process;
  const path = socketPlaceOf(profile, { platform, runtimeDirectory: process.env['XDG_RUNTIME_DIR'] });
  const answers = new Map<string, number>();
  const startedAt = performance.now();
  let count = 0;
  let lastTarget: UserId | undefined;
  const terminal = async (): Promise<void> => {
    for (let now = 0; now < forMs; now = performance.now() - startedAt) {
      const target = targets[count % targets.length];
      if (target === undefined || count >= (now / 1_000) * aSecond) {
        await wait(5);
        continue;
      }
      count += 1;
      lastTarget = target;
      const asked = await askRunning(path, platform, { kind: 'switch', account: target });
      const answer = asked.kind === 'answer' ? asked.answer : asked;
      const said =
        answer.kind === 'done' ? 'switched' : answer.kind === 'failed' ? answer.because : answer.kind;
      answers.set(said, (answers.get(said) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: terminals }, terminal));
  return { answers, lastTarget };
};

/** By the lines of the application menu, which answer nothing; they are those of the first accounts. */
export const stormFromMenu = async ({ app }: Hotseat, plan: StormPlan): Promise<Storm> => {
  const clicks = await app.evaluate(
    async ({ Menu }, { forMs, aSecond, lines }) => {
      const startedAt = performance.now();
      let count = 0;
      for (let now = 0; now < forMs; now = performance.now() - startedAt) {
        while (count < (now / 1_000) * aSecond) {
          // Drawn anew after every switch.
          Menu.getApplicationMenu()?.items[0]?.submenu?.items[count % lines]?.click();
          count += 1;
        }
        await new Promise((settle) => setTimeout(settle, 5));
      }
      return count;
    },
    { forMs: plan.forMs, aSecond: plan.aSecond, lines: plan.targets.length },
  );
  return {
    answers: new Map([['asked', clicks]]),
    lastTarget: plan.targets[(clicks - 1) % plan.targets.length],
  };
};
