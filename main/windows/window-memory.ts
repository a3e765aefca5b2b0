import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { done, fail, type Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { windowPlaceSchema, withPlace, type WindowPlace } from '../../app/surfaces/window-place.ts';
import { parseVersioned, type Parsed } from '../../app/users/stored-registry.ts';
import { DurableFile } from '../storage/durable-file.ts';

export const windowMemoryVersion = 1;

const rememberedSchema = z.object({
  version: z.literal(windowMemoryVersion),
  /** By arrangement of displays, the one used last at the end. */
  places: z.array(windowPlaceSchema.extend({ arrangement: z.string().max(2_048) })).readonly(),
  /** Has the person been told that closing the window does not end Hotseat? */
  hasToldOfBackground: z.boolean(),
});
type Remembered = z.infer<typeof rememberedSchema>;

const parseRemembered = (raw: unknown): Parsed<Remembered> =>
  parseVersioned(raw, { schema: rememberedSchema, version: windowMemoryVersion, upgrades: {} });

/** What the window remembers from one run to the next. Nothing of it matters enough to tell that it was lost. */
export class WindowMemory {
  readonly #file: DurableFile;
  readonly #isNewer: boolean;
  #lastWrite: Promise<Outcome<void>>;
  #remembered: Remembered = { version: windowMemoryVersion, places: [], hasToldOfBackground: false };

  constructor({ directory, clock }: { readonly directory: string; readonly clock: Clock }) {
    this.#file = new DurableFile({
      directory,
      clock,
      name: 'window',
      keepsPrevious: false,
      isUsable: (value) => parseRemembered(value).kind !== 'corrupt',
    });
    const reading = this.#file.read();
    const parsed = reading.kind === 'read' ? parseRemembered(reading.value) : undefined;
    this.#isNewer = parsed?.kind === 'newer';
    if (parsed?.kind === 'read') this.#remembered = parsed.value;
    this.#lastWrite = Promise.resolve(
      this.#isNewer ? fail({ code: 'storageUnavailable', problem: 'newerVersion' }) : done,
    );
  }

  get hasToldOfBackground(): boolean {
    return this.#remembered.hasToldOfBackground;
  }

  placeIn(arrangement: string): WindowPlace | undefined {
    const found = this.#remembered.places.find((place) => place.arrangement === arrangement);
    return found && { bounds: found.bounds, isMaximised: found.isMaximised };
  }

  async keepPlace(arrangement: string, place: WindowPlace): Promise<Outcome<void>> {
    if (isDeepStrictEqual(this.placeIn(arrangement), place)) return done;
    return this.#keep({ places: withPlace(this.#remembered.places, arrangement, place) });
  }

  noteToldOfBackground(): Promise<Outcome<void>> {
    return this.#keep({ hasToldOfBackground: true });
  }

  /** When all that was asked for so far is on disk. */
  async close(): Promise<void> {
    await this.#lastWrite;
  }

  /** Holds in this run at once, whatever the disk says. */
  #keep(part: Partial<Remembered>): Promise<Outcome<void>> {
    this.#remembered = { ...this.#remembered, ...part };
    if (!this.#isNewer) this.#lastWrite = this.#file.write(this.#remembered);
    return this.#lastWrite;
  }
}
