import { appendFileSync } from 'node:fs';

/** What happened to the faults of one row of the fault matrix in one test. */
export interface RowTally {
  /** Its id, e.g. `A1`. */
  readonly row: string;
  /** What was injected, in a few words: e.g. `SIGKILL at a system call of a log out`. */
  readonly fault: string;
  readonly injected: number;
  /** Of those, after how many everything held. */
  readonly survived: number;
  /** Of those, after how many something that was promised was lost, or somebody was in who must not be. */
  readonly lost: number;
}

/** The file that a campaign collects tallies in, one JSON object a line; absent in `npm test`. */
const tallyFile = process.env['HOTSEAT_CAMPAIGN_TALLY'];

/** Is this the whole campaign (`npm run campaign`), rather than the sample of it that `npm test` runs? */
export const isCampaign = tallyFile !== undefined;

/** Of the campaign's amounts, where a computer has less time (`npm run campaign -- --share 0.2`). */
const share = Number(process.env['HOTSEAT_CAMPAIGN_SHARE'] ?? 1);

/** How often to do something: `npm test` does the sample. */
export const amount = ({
  sample,
  campaign,
}: {
  readonly sample: number;
  readonly campaign: number;
}): number => (isCampaign ? Math.max(sample, Math.round(campaign * share)) : sample);

/** Where randomness begins: `HOTSEAT_SEED`, or always the same. */
export const seed = Number(process.env['HOTSEAT_SEED'] ?? 20_261_124);

/** Puts down what happened, for docs/reliability.md. */
export const tally = (row: RowTally): void => {
  if (tallyFile !== undefined) appendFileSync(tallyFile, `${JSON.stringify(row)}\n`);
};
