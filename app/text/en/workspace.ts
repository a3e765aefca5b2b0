import type { PageFailure, WorkspaceView } from '../../contract/workspace-views.ts';
import type { Messages } from '../message.ts';

/** The workspace and what is around it. */
export const workspace = {
  workspace: 'Workspace',
  request: 'Request',
  views: 'What is shown of the active account',
  tools: 'Page',

  back: 'Back',
  forward: 'Forward',
  reload: 'Reload',
  stop: 'Stop loading',
  home: 'Home',
  more: 'More for this page',
  find: 'Find in page…',
  print: 'Print…',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  zoomed: 'Zoom {percent, number} %. Actual size',
  percent: '{percent, number} %',
  signIn: 'Sign in on the page…',
  loading: 'Loading the page',
  opening: 'Opening the page…',

  notVerified: 'not verified',
  notVerifiedTitle: 'Who is signed in on the page?',
  notVerifiedWhy:
    'Hotseat sends its requests as {name}. Whether the page’s own sign-in belongs to {name} too has not been checked: look for the name that the page shows.',
  signInAs: 'Sign in on the page as {name}',

  page: 'Page',
  pageTitled: 'Page: {title}',
  intoPage: 'Press Enter to go into the page.',
  intoPageToo: 'Press Enter or {key} to go into the page.',

  findInPage: 'Find in page',
  next: 'Next match',
  previous: 'Previous match',
  closeFind: 'Close the search',
  noMatch: 'No match',
  matches: '{active, number} of {count, number}',

  openedElsewhere: '{host} was opened in your browser.',
  openHere: 'Open here',

  downloads: 'Downloads',
  downloadsRunning: '{count, plural, one {Downloads, # under way} other {Downloads, # under way}}',
  cancelDownload: 'Cancel {fileName}',
  showDownload: 'Show {fileName} in its folder',
  dismissDownload: 'Take {fileName} off the list',
  received: '{received} of {total}',
  done: 'Done · {size}',
  failed: 'Failed. Start it again on the page.',
  cancelled: 'Cancelled',

  noWorkspace: '{service} has no workspace',
  noWorkspaceWhy:
    'A workspace is the website that these accounts are for, shown here as each of them. Say its address in the settings of the service, or send requests as this account.',
  toSettings: 'Settings of {service}',
  toRequest: 'Write a request',

  failures: {
    offline: {
      title: 'No connection',
      advice: 'This computer is offline, so the page cannot come. Check the connection, then try again.',
      retry: 'Try again',
    },
    unreachable: {
      title: 'The page cannot be reached',
      advice:
        'Nothing answers at its address. Check the connection, and the address in the settings of the service; then try again.',
      retry: 'Try again',
    },
    timedOut: {
      title: 'The page takes too long',
      advice: 'Its server did not answer in time. Try again in a moment.',
      retry: 'Try again',
    },
    certificate: {
      title: 'The page cannot be trusted',
      advice:
        'Its server could not prove who it is: the certificate is not good, so nothing was sent. Check this computer’s clock, then try again; if it stays, tell whoever looks after the service.',
      retry: 'Try again',
    },
    serverError: {
      title: 'The page has a fault',
      advice:
        'Its server answered with a failure instead of a page. Try again in a moment; if it stays, tell whoever looks after the service.',
      retry: 'Try again',
    },
    crashed: {
      title: 'The page has ended',
      advice:
        'It stopped all of a sudden. The account stays signed in; load the page again to go on where it was.',
      retry: 'Try again',
    },
    unresponsive: {
      title: 'The page does not answer',
      advice: 'It is busy or stuck. Wait for it, or reload it; what was typed and not sent is lost then.',
      retry: 'Reload',
    },
  },

  security: {
    builtIn: 'On this computer',
    secure: 'Encrypted connection',
    local: 'on this computer',
    insecure: 'not encrypted',
  },
} as const satisfies {
  readonly failures: Record<PageFailure, FailureMessages>;
  readonly security: Record<NonNullable<WorkspaceView['origin']>['security'], string>;
} & Messages;

interface FailureMessages {
  readonly title: string;
  /** One sentence that says what happened, and what to do. */
  readonly advice: string;
  readonly retry: string;
}
