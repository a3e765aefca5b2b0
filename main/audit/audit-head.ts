import { z } from 'zod';
import type { Outcome } from '../../app/outcome.ts';
import type { Clock } from '../../app/ports.ts';
import { DurableFile } from '../storage/durable-file.ts';
import { beginning, macOfText } from './chain.ts';

/** The first entry that is kept follows `before`; the last one that was written is `last`. */
const headSchema = z.object({
  version: z.literal(1),
  first: z.object({ n: z.int().positive(), before: z.string() }),
  last: z.object({ n: z.int().nonnegative(), mac: z.string() }),
});
const storedSchema = headSchema.extend({ keyed: z.boolean(), mac: z.string() });
export type Head = z.infer<typeof headSchema>;

/** `unkeyed`: sound, but made without a key, as anybody could make one. */
export interface FoundHead {
  readonly head: Head;
  readonly state: 'absent' | 'keyed' | 'unkeyed' | 'unsound';
}

const emptyHead: Head = {
  version: 1,
  first: { n: 1, before: beginning },
  last: { n: 0, mac: beginning },
};

/** Says beside the trail where it begins and ends, so that one that was cut is missed. */
export class AuditHead {
  readonly #file: DurableFile;

  constructor({ directory, clock }: { readonly directory: string; readonly clock: Clock }) {
    this.#file = new DurableFile({ directory, name: 'head', clock, keepsPrevious: false });
  }

  read(key: Uint8Array | undefined): FoundHead {
    const reading = this.#file.read();
    if (reading.kind === 'absent') return { head: emptyHead, state: 'absent' };
    const stored = reading.kind === 'read' ? storedSchema.safeParse(reading.value).data : undefined;
    if (!stored) return { head: emptyHead, state: 'unsound' };
    const { keyed, mac, ...head } = stored;
    const isSound = mac === macOfText(JSON.stringify(head), keyed ? key : undefined);
    if (!isSound || (keyed && !key)) return { head, state: 'unsound' };
    return { head, state: keyed ? 'keyed' : 'unkeyed' };
  }

  /** `isBroken`: it was found unsound before, and nobody is to make it sound by writing on. */
  write(head: Head, key: Uint8Array | undefined, isBroken: boolean): Promise<Outcome<void>> {
    const mac = isBroken ? '' : macOfText(JSON.stringify(head), key);
    return this.#file.write({ ...head, keyed: key !== undefined, mac });
  }
}
