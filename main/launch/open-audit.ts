import { succeed } from '../../app/outcome.ts';
import type { Clock, Log } from '../../app/ports.ts';
import type { Switcher } from '../../app/switcher.ts';
import { AuditTrail, type FoundKey } from '../audit/audit-trail.ts';
import type { AuditDesk } from '../audit/audit-desk.ts';
import { Recorder, type RecorderParts } from '../audit/recorder.ts';
import { saveTextAs } from '../shell/chosen-file.ts';
import type { OwnQuestions } from '../windows/own-questions.ts';
import { SecretFile } from '../storage/secret-file.ts';
import type { Sealing } from '../storage/sealing.ts';

export interface AuditOptions extends Pick<RecorderParts, 'mode' | 'nameOf'> {
  readonly directory: string;
  readonly secretsFolder: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly log: Log;
  readonly questions: OwnQuestions;
  readonly randomBytes: (length: number) => Buffer;
  readonly switcher: Pick<Switcher, 'registry' | 'subscribe'>;
}

export interface OpenedAudit {
  readonly desk: AuditDesk;
  readonly recorder: Recorder;
  close(): Promise<void>;
}

const keyBytes = 32;
/** As many as a person looks through; the export has all. */
const shownAtMost = 1_000;

/** The trail of this computer, and what feeds it. Its key is made with the first entry. */
export const openAudit = (options: AuditOptions): OpenedAudit => {
  const { directory, sealing, clock, log, switcher, mode, nameOf } = options;
  const secret = new SecretFile({ directory: options.secretsFolder, name: 'audit-key', sealing, clock });
  const findKey = async (isMade: boolean): Promise<FoundKey> => {
    const read = await secret.read();
    if (read.kind === 'secret') return Buffer.from(read.secret, 'base64');
    if (read.kind === 'unavailable' || !isMade)
      return read.kind === 'unavailable' ? 'unavailable' : undefined;
    const made = options.randomBytes(keyBytes);
    const written = await secret.write(made.toString('base64'));
    // One that is gone with this run would make every later look find a change.
    return written.ok && written.value === 'disk' ? made : undefined;
  };
  let key: Promise<FoundKey> | undefined;
  const trail = new AuditTrail({
    directory,
    clock,
    log,
    key: async () => {
      const found = await (key ??= findKey(true));
      // The key store may answer later.
      if (!Buffer.isBuffer(found)) key = undefined;
      return found;
    },
    keyIfAny: () => findKey(false),
  });
  const recorder = new Recorder({ trail, registry: () => switcher.registry, mode, nameOf });
  switcher.subscribe((event) => recorder.registryChanged(event));
  recorder.record('started');
  return {
    recorder,
    desk: {
      list: async () => succeed(await trail.list(shownAtMost)),
      verify: async () => succeed(await trail.verify()),
      export: () =>
        options.questions.during(() =>
          saveTextAs('hotseat-audit.jsonl', { name: 'JSON Lines', extensions: ['jsonl'] }, () =>
            trail.text(),
          ),
        ),
    },
    close: async () => {
      recorder.record('ended');
      await trail.idle();
    },
  };
};
