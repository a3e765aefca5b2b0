import { app, Menu, protocol } from 'electron';
import { appScheme } from '../app/contract/channels.ts';
import { directoryScheme } from '../app/identity/directory-scheme.ts';
import { causeText } from './logging/cause-text.ts';
import { redact } from './logging/redact.ts';
import { launchRequestOf } from '../app/launch/launch-request.ts';
import type { TerminalSpeech } from '../app/launch/terminal-words.ts';
import { splitArguments } from './command-line/own-arguments.ts';
import { LinkInbox } from './launch/link-inbox.ts';
import type { HandedOver } from './launch/other-launch.ts';
import { dangerousSwitchesIn } from './security/dangerous-switches.ts';

/** Loaded where there is something to say only. */
const terminalSpeech = async (): Promise<TerminalSpeech> => {
  const { speakOnTerminal } = await import('./command-line/terminal-speech.ts');
  return speakOnTerminal();
};

const refused = __PACKAGED_GUARDS__ ? dangerousSwitchesIn(process.argv.slice(1)) : [];
if (refused.length > 0) {
  const { words } = await terminalSpeech();
  const switches = refused.map(({ name, because }) => words.switches[because]({ name })).join('; ');
  process.stderr.write(`${words.switchesRefused({ switches })}\n`);
  process.exit(77);
}

const { program, own } = splitArguments(process.argv, process.defaultApp ? app.getAppPath() : undefined);
const launch = launchRequestOf(own);
if (launch.kind !== 'start' && launch.kind !== 'link') {
  const { runFromTerminal } = await import('./command-line/run-from-terminal.ts');
  const speech = await terminalSpeech();
  const exitCode = await runFromTerminal(launch, program, speech).catch((cause: unknown) => {
    process.stderr.write(`${speech.words.couldNotBeAsked({ cause: redact(causeText(cause)) })}\n`);
    return 1;
  });
  process.exit(exitCode);
}

// Root cannot start Chromium with a sandbox, so tests as root pass this switch; a package has refused it above.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// On Wayland only the desktop's portal hears a key in other programs; on X11 it would come in the way.
if (process.env['XDG_SESSION_TYPE'] === 'wayland') {
  const features = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch(
    'enable-features',
    features === '' ? 'GlobalShortcutsPortal' : `${features},GlobalShortcutsPortal`,
  );
}
protocol.registerSchemesAsPrivileged(
  [appScheme, directoryScheme].map((scheme) => ({
    scheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true },
  })),
);
// No crash reporter is started: a dump of this process would hold tokens.
// No menu until there is something to show in it: Electron would build one of its own.
Menu.setApplicationMenu(null);

const links = new LinkInbox();
if (launch.kind === 'link') links.put(launch.text);
// How macOS hands links over, also the one that starts Hotseat: before it is ready.
app.on('open-url', (event, url) => {
  event.preventDefault();
  links.put(url);
});

const startedBy = launch.kind === 'start' ? launch.by : 'person';
const handedOver: HandedOver =
  launch.kind === 'link'
    ? { wants: 'link', link: launch.text }
    : { wants: startedBy === 'person' ? 'window' : 'nothing' };
if (app.requestSingleInstanceLock(handedOver)) {
  const { start } = await import('./start.ts');
  // Not awaited: Electron gets ready only after this module has run.
  start({ startedBy, links }).catch(async (cause: unknown) => {
    try {
      const { words } = await terminalSpeech();
      process.stderr.write(`${words.couldNotStart({ cause: redact(causeText(cause)) })}\n`);
    } finally {
      app.exit(1);
    }
  });
} else {
  const { words } = await terminalSpeech();
  process.stderr.write(`${words.alreadyRunning[handedOver.wants]}\n`);
  process.exit(0);
}
