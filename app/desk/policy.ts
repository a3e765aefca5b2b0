import { z } from 'zod';
import { switchingRuleSchema, type SwitchingRule } from './switching-rule.ts';

/**
 * What an administrator may set for a computer (docs/policy.md). Whatever is absent is the person's to choose; where
 * both say something, the stricter holds.
 */
export const policySchema = z.object({
  /** What the others start from. */
  preset: z.enum(['personal', 'shared', 'strict']).optional(),
  switching: switchingRuleSchema.optional(),
  /** Minutes without anybody here until all are locked. */
  lockAfterMinutes: z.int().min(1).max(480).optional(),
  /** All are locked when the computer is locked or sleeps. */
  locksWithComputer: z.boolean().optional(),
  unlockAttempts: z.int().min(5).max(20).optional(),
  /** Hours after its login until an account is logged out, used or not. */
  sessionHours: z.number().min(0.25).max(720).optional(),
  /** Minutes without its person until an account is logged out. */
  sessionIdleMinutes: z.int().min(1).max(10_080).optional(),
  /** `passphrase`: a PIN does not do. */
  unlockWith: z.enum(['pin', 'passphrase']).optional(),
  /** Exact origins of services that accounts may be of, or `directory` for accounts of this computer. */
  allowedServices: z.array(z.string().min(1).max(2048)).max(1_000).optional(),
  /** Domains of e-mail addresses that new accounts may have, e.g. `example.org`. */
  emailDomains: z.array(z.string().min(1).max(253)).max(1_000).optional(),
  mayAddServices: z.boolean().optional(),
  maximumAccounts: z.int().min(1).max(100_000).optional(),
  /** False: sessions are kept in memory only, and end with Hotseat. */
  remembersAccounts: z.boolean().optional(),
  /** False: neither the audit trail nor the list of accounts is saved elsewhere. */
  mayExport: z.boolean().optional(),
  mayUpdate: z.boolean().optional(),
  /** True: windows are kept out of pictures of the screen, where the system can do that. */
  hidesFromCapture: z.boolean().optional(),
  /** Whether it is written down who did what, and whether by name or by opaque id. */
  audit: z.enum(['off', 'ids', 'names']).optional(),
});
export type PolicyFile = z.infer<typeof policySchema>;
export type Policy = Omit<PolicyFile, 'preset'>;

/** What is read in the place that administrators use. `refused`: something is there that cannot be trusted or read. */
export type FoundPolicy =
  | { readonly kind: 'absent' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused' };

/** `broken`: it cannot be understood, so the strictest preset holds. `unknownKeys` have no effect. */
export interface HeldPolicy {
  readonly state: 'none' | 'held' | 'broken';
  readonly policy: Policy;
  readonly unknownKeys: readonly string[];
}

export const presets: Readonly<Record<NonNullable<PolicyFile['preset']>, Policy>> = {
  personal: {},
  // Limits of sessions: NIST SP 800-63B-4, authentication assurance level 2 (section 2.2.3).
  shared: {
    switching: 'unlock',
    lockAfterMinutes: 5,
    locksWithComputer: true,
    unlockAttempts: 10,
    sessionHours: 24,
    sessionIdleMinutes: 60,
    audit: 'ids',
  },
  // Level 3 there (section 2.3.3); OWASP's session management cheat sheet has 4 to 8 hours and 15 to 30 minutes.
  strict: {
    switching: 'unlock',
    lockAfterMinutes: 2,
    locksWithComputer: true,
    unlockAttempts: 5,
    unlockWith: 'passphrase',
    sessionHours: 12,
    sessionIdleMinutes: 15,
    mayAddServices: false,
    hidesFromCapture: true,
    audit: 'ids',
  },
};

const broken: HeldPolicy = { state: 'broken', policy: presets.strict, unknownKeys: [] };

/** Never throws, and never lets anything that is wrong stand for no policy. */
export const readPolicy = (found: FoundPolicy): HeldPolicy => {
  if (found.kind === 'absent') return { state: 'none', policy: {}, unknownKeys: [] };
  const raw = found.kind === 'text' ? parsedJson(found.text) : undefined;
  const parsed = policySchema.safeParse(raw);
  if (!parsed.success) return broken;
  const { preset = 'personal', ...own } = parsed.data;
  const known = new Set<string>(Object.keys(policySchema.shape));
  return {
    state: 'held',
    policy: { ...presets[preset], ...own },
    unknownKeys: Object.keys(raw ?? {}).filter((key) => !known.has(key)),
  };
};

const strictness: readonly SwitchingRule[] = ['free', 'unlock', 'exclusive'];

/** What the person may choose of what a policy may set. */
export interface OwnRules {
  readonly switching: SwitchingRule;
  /** 0 for never. */
  readonly lockAfterMinutes: number;
  readonly locksWithComputer: boolean;
  readonly unlockAttempts: number;
  readonly keepsLockedPages: boolean;
  readonly hidesFromCapture: boolean;
}

/** The stricter of what the person and the policy say. */
export const stricter = (own: OwnRules, policy: Policy): OwnRules => {
  const switching =
    strictness[Math.max(indexOf(own.switching), indexOf(policy.switching ?? 'free'))] ?? 'exclusive';
  return {
    switching,
    lockAfterMinutes: sooner(own.lockAfterMinutes, policy.lockAfterMinutes ?? 0),
    locksWithComputer: own.locksWithComputer || policy.locksWithComputer === true,
    unlockAttempts: Math.min(own.unlockAttempts, policy.unlockAttempts ?? own.unlockAttempts),
    // On a desk that several people share, nothing of who has left stays.
    keepsLockedPages: own.keepsLockedPages && switching === 'free',
    hidesFromCapture: own.hidesFromCapture || policy.hidesFromCapture === true,
  };
};

const indexOf = (rule: SwitchingRule): number => strictness.indexOf(rule);

const sooner = (one: number, other: number): number => {
  if (one === 0 || other === 0) return Math.max(one, other);
  return Math.min(one, other);
};

/** May an account with that e-mail be added? One without an e-mail may not, where domains are named. */
export const isDomainAllowed = ({ emailDomains }: Policy, email: string | undefined): boolean => {
  if (!emailDomains) return true;
  const domain = email?.split('@').at(-1)?.toLowerCase();
  return emailDomains.some((allowed) => allowed.toLowerCase() === domain);
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
