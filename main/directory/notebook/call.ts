import { faultOf, type Fault } from './fault.ts';

export type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Fault };

/** Runs a function of the directory as whoever the page belongs to. Never rejects. */
export type CallFunction = (name: string, ...args: readonly string[]) => Promise<Answer>;

/** More than Hotseat itself takes to give up. */
const timeLimitMs = 20_000;

/** Carries no token: Hotseat adds one outside of the page, and elsewhere there is none. */
export const callFunction: CallFunction = async (name, ...args) => {
  try {
    const response = await fetch('api/client/v2.0/app/hotseat-directory/functions/call', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ name, arguments: args }),
      signal: AbortSignal.timeout(timeLimitMs),
    });
    const value: unknown = await response.json().catch(() => undefined);
    if (response.ok) return { ok: true, value };
    return { ok: false, fault: faultOf(response.status, codeIn(value)) };
  } catch {
    return { ok: false, fault: 'unreachable' };
  }
};

const codeIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'error_code' in value ? value.error_code : undefined;
