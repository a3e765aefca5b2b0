import type { TerminalWords } from '../../app/launch/terminal-words.ts';

/** What such a switch does. */
type SwitchDanger = keyof TerminalWords['switches'];

/** A command-line switch, or a family of them, that would take protection away from whoever uses Hotseat. */
interface DangerousSwitch {
  readonly pattern: RegExp;
  readonly because: SwitchDanger;
}

/** Names as Chromium, Node and Electron read them, in lower case, without dashes. */
const dangerousSwitches: readonly DangerousSwitch[] = [
  { pattern: /^inspect(-.+)?$/, because: 'opensDebugger' },
  { pattern: /^debug(-.+)?$/, because: 'opensDebugger' },
  { pattern: /^remote-(debugging|allow|frontend)(-.+)?$/, because: 'opensDebugger' },
  { pattern: /^(enable-automation|auto-open-devtools-for-tabs)$/, because: 'opensDebugger' },
  { pattern: /^experimental-network-inspection$/, because: 'opensDebugger' },
  { pattern: /^js-flags$/, because: 'changesCode' },
  {
    pattern: /^(load-extension|load-component-extension|disable-extensions-except)$/,
    because: 'runsProgram',
  },
  { pattern: /^.+-launcher$/, because: 'runsProgram' },
  { pattern: /^.+-cmd-prefix$/, because: 'runsProgram' },
  { pattern: /^(browser-subprocess-path|utility-sub-type|type)$/, because: 'runsProgram' },
  { pattern: /^(require|r|import|loader|experimental-loader|eval|e|app)$/, because: 'runsProgram' },
  { pattern: /^(no-sandbox|no-zygote|no-zygote-sandbox)$/, because: 'liftsSandbox' },
  { pattern: /^disable-.*sandbox.*$/, because: 'liftsSandbox' },
  { pattern: /^(allow-sandbox-debugging|single-process|in-process-gpu)$/, because: 'liftsSandbox' },
  { pattern: /^disable-(web-security|site-isolation.*|isolate-origins)$/, because: 'liftsWebRule' },
  { pattern: /^(disable-features|enable-blink-features|disable-blink-features)$/, because: 'liftsWebRule' },
  { pattern: /^allow-(file-access.*|running-insecure-content|insecure-localhost)$/, because: 'liftsWebRule' },
  { pattern: /^unsafely-treat-insecure-origin-as-secure$/, because: 'liftsWebRule' },
  { pattern: /^use-fake-(ui|device)-for-media-stream$/, because: 'liftsWebRule' },
  { pattern: /^proxy-(server|pac-url|auto-detect|bypass-list)$/, because: 'bendsNetwork' },
  { pattern: /^host-(resolver-)?rules$/, because: 'bendsNetwork' },
  { pattern: /^ignore-(certificate-errors.*|urlfetcher-cert-requests)$/, because: 'bendsNetwork' },
  { pattern: /^auth-(server|negotiate-delegate)-(allow|white)list$/, because: 'bendsNetwork' },
  { pattern: /^(use-mock-keychain|use-mock-cert-verifier-for-testing)$/, because: 'weakensKeys' },
  { pattern: /^(log-net-log|ssl-key-log-file|net-log-capture-mode)$/, because: 'writesTraffic' },
  { pattern: /^(trace-startup.*|enable-tracing.*)$/, because: 'writesTraffic' },
];

export interface RefusedSwitch {
  readonly name: string;
  readonly because: SwitchDanger;
}

/**
 * The dangerous switches of a command line. Chromium takes one dash for two, and on Windows a slash too and any
 * case; Node takes underscores. `--user-data-dir` is a person's to choose.
 */
export const dangerousSwitchesIn = (args: readonly string[]): readonly RefusedSwitch[] =>
  args.flatMap((arg) => {
    const [, written, value] = /^(?:--?|\/)([A-Za-z][\w-]*)(?:=(.*))?$/su.exec(arg) ?? [];
    if (written === undefined) return [];
    const name = written.toLowerCase().replaceAll('_', '-');
    if (name === 'password-store' && value?.trim().toLowerCase() === 'basic')
      return [{ name, because: 'weakensKeys' }];
    const found = dangerousSwitches.find(({ pattern }) => pattern.test(name));
    return found ? [{ name, because: found.because }] : [];
  });
