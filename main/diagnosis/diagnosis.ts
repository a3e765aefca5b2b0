import { checkNames, type CheckName, type Finding, type FolderName } from '../../app/diagnosis/finding.ts';
import { crashesFinding, policyFinding, updatesFinding } from '../../app/diagnosis/computer-findings.ts';
import type { CrashRecord } from '../../app/diagnosis/crash-record.ts';
import type { DiagnosisFacts } from '../../app/diagnosis/diagnosis-report.ts';
import {
  clockFinding,
  proxyFinding,
  servicesFinding,
  type ServiceProbe,
} from '../../app/diagnosis/network-findings.ts';
import {
  diskFinding,
  filesFinding,
  folderFinding,
  keyringFinding,
} from '../../app/diagnosis/stored-findings.ts';
import type { KnownNames } from '../../app/diagnosis/without-names.ts';
import type { DeskView } from '../../app/contract/desk-views.ts';
import type { UpdateView } from '../../app/contract/update-views.ts';
import type { SessionStorageView } from '../../app/contract/views.ts';
import type { Service } from '../../app/identity/service.ts';
import type { Clock, Log, Timers } from '../../app/ports.ts';
import { isLocked, type User } from '../../app/users/user.ts';
import type { UserRegistry } from '../../app/users/user-registry.ts';
import type { RegistryReading } from '../storage/registry-store.ts';
import { compareAccounts } from './accounts-probe.ts';
import { boundedCheck } from './bounded-check.ts';
import { probeFiles } from './file-probe.ts';
import { probeFolders } from './folder-probe.ts';
import { logTail } from './log-tail.ts';
import { originOf } from './service-probe.ts';

export interface DiagnosisParts {
  readonly folders: Readonly<Record<FolderName, string>>;
  readonly logFile: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly registry: () => UserRegistry;
  /** As it is on disk now. */
  readonly readRegistry: () => RegistryReading;
  readonly services: () => readonly Service[];
  readonly probeServices: (services: readonly Service[]) => Promise<readonly ServiceProbe[]>;
  /** Has the key store tried, and says what it came to. */
  readonly testStorage: () => Promise<SessionStorageView>;
  /** How the system would ask for an address, in the words of a PAC script. */
  readonly proxyFor: (address: string) => Promise<string>;
  readonly desk: () => DeskView;
  readonly updates: () => UpdateView;
  readonly releases: string | undefined;
  readonly freeBytes: () => Promise<number>;
  readonly system: () => Extract<Finding, { code: 'systemKnown' }>;
  readonly crashes: () => readonly CrashRecord[];
  readonly computer: Pick<KnownNames, 'home' | 'computer'>;
}

/** Where nothing is added, the proxy of any address will do; this one is nobody's (RFC 2606). */
const anyAddress = 'https://hotseat.invalid/';

/**
 * Makes every check, all at once, and gathers what a report is made of. Nothing leaves the computer but a request for
 * the head of each added service's origin.
 */
export const diagnose = async (parts: DiagnosisParts): Promise<DiagnosisFacts> => {
  const { clock, registry, services } = parts;
  const asked = services();
  const probes = parts.probeServices(asked);
  const checks: Readonly<Record<CheckName, () => Promise<Finding>>> = {
    folder: async () => folderFinding(await probeFolders(parts.folders)),
    files: async () => {
      const files = await probeFiles(parts.folders);
      return filesFinding({ ...files, accounts: await comparedAccounts(parts) });
    },
    keyring: async () => keyringFinding(await parts.testStorage()),
    services: async () => servicesFinding(await probes),
    clock: async () => clockFinding(await probes),
    proxy: async () => {
      const origins = asked.flatMap((service) => originOf(service) ?? []);
      const addresses = origins.length === 0 ? [anyAddress] : origins;
      return proxyFinding(await Promise.all(addresses.map((address) => parts.proxyFor(address))));
    },
    policy: async () => policyFinding(parts.desk()),
    updates: async () => updatesFinding(parts.updates(), parts.releases),
    disk: async () => diskFinding(await parts.freeBytes()),
    system: async () => parts.system(),
    crashes: async () => crashesFinding(parts.crashes(), clock.nowMs()),
  };
  const findings = await Promise.all(checkNames.map((name) => boundedCheck(name, checks[name], parts)));
  const users = [...registry().users.values()];
  return {
    atMs: clock.nowMs(),
    findings,
    accounts: {
      total: users.length,
      locked: users.filter(isLocked).length,
      loggedOut: users.filter(({ state }) => state === 'loggedOut').length,
    },
    crashes: parts.crashes(),
    logLines: await logTail(parts.logFile),
    names: {
      ...parts.computer,
      accounts: users.map(namesOfUser),
      services: asked.map((service) => ({ names: namesOfService(service), origin: originOf(service) })),
    },
  };
};

/** Once more where they differ: something may have been under way. */
const comparedAccounts = async ({ readRegistry, registry, timers }: DiagnosisParts) => {
  const first = compareAccounts(readRegistry(), registry());
  if (first !== 'differ') return first;
  await new Promise<void>((resolve) => timers.after(settledAfterMs, resolve));
  return compareAccounts(readRegistry(), registry());
};

const settledAfterMs = 500;

const namesOfUser = ({ id, subject, profile, nickname }: User): readonly string[] =>
  [id, subject, profile.email, profile.name, nickname].flatMap((name) => name ?? []);

/** The directory is called as it is in every Hotseat. */
const namesOfService = (service: Service): readonly string[] => {
  if (service.kind === 'directory') return [];
  const own = [service.id, service.name];
  if (service.kind === 'appServices') return [...own, service.appId];
  return service.kind === 'openIdConnect' ? [...own, service.clientId] : own;
};
