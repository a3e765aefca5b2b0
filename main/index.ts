import { app, Menu, protocol } from 'electron';
import { appScheme } from '../app/contract/channels.ts';
import { directoryScheme } from '../app/identity/directory-scheme.ts';
import { causeText } from './logging/cause-text.ts';
import { redact } from './logging/redact.ts';
import { dangerousSwitchesIn } from './security/dangerous-switches.ts';

const refused = __PACKAGED_GUARDS__ ? dangerousSwitchesIn(process.argv.slice(1)) : [];
if (refused.length > 0) {
  const reasons = refused.map(({ name, because }) => `--${name} ${because}`).join('; ');
  process.stderr.write(`Hotseat does not start with these switches: ${reasons}.\n`);
  process.exit(77);
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

if (app.requestSingleInstanceLock({ wants: 'window' })) {
  const { start } = await import('./start.ts');
  // Not awaited: Electron gets ready only after this module has run.
  start().catch((cause: unknown) => {
    process.stderr.write(`Hotseat could not start: ${redact(causeText(cause))}\n`);
    app.exit(1);
  });
} else {
  process.stderr.write('Hotseat is already running; its window was brought forward.\n');
  process.exit(0);
}
