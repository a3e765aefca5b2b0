import type { PageFailure, WorkspaceView } from '../../app/contract/workspace-views.ts';

/** The fixed texts of the workspace and of what is around it. */
export const workspaceWords = {
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
  zoomed: (percent: number) => `Zoom ${percent} %. Actual size`,
  percent: (percent: number) => `${percent} %`,
  signIn: 'Sign in on the page…',
  loading: 'Loading the page',
  opening: 'Opening the page…',

  notVerified: 'not verified',
  notVerifiedTitle: 'Who is signed in on the page?',
  notVerifiedWhy: (name: string) =>
    `Hotseat sends its requests as ${name}. Whether the page’s own sign-in belongs to ${name} too has not been checked: look for the name that the page shows.`,
  signInAs: (name: string) => `Sign in on the page as ${name}`,

  page: (title: string) => (title === '' ? 'Page' : `Page: ${title}`),
  intoPage: (key: string | undefined) =>
    `Press Enter${key === undefined ? '' : ` or ${key}`} to go into the page.`,

  findInPage: 'Find in page',
  next: 'Next match',
  previous: 'Previous match',
  closeFind: 'Close the search',
  matches: (active: number, count: number) => (count === 0 ? 'No match' : `${active} of ${count}`),

  openedElsewhere: (host: string) => `${host} was opened in your browser.`,
  openHere: 'Open here',

  downloads: 'Downloads',
  downloadsRunning: (count: number) =>
    count === 1 ? 'Downloads, 1 under way' : `Downloads, ${count} under way`,
  cancelDownload: (fileName: string) => `Cancel ${fileName}`,
  showDownload: (fileName: string) => `Show ${fileName} in its folder`,
  dismissDownload: (fileName: string) => `Take ${fileName} off the list`,
  received: (received: string, total: string) => `${received} of ${total}`,
  done: 'Done',
  failed: 'Failed. Start it again on the page.',
  cancelled: 'Cancelled',

  noWorkspace: (service: string) => `${service} has no workspace`,
  noWorkspaceWhy:
    'A workspace is the website that these accounts are for, shown here as each of them. Say its address in the settings of the service, or send requests as this account.',
  toSettings: (service: string) => `Settings of ${service}`,
  toRequest: 'Write a request',
} as const;

interface FailureWords {
  readonly title: string;
  /** One sentence that says what happened, and what to do. */
  readonly advice: string;
  readonly retry: string;
}

export const pageFailures: Record<PageFailure, FailureWords> = {
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
};

/** The lock state of an origin, in words. `spoken` ones stand beside the sign where the eye has it from the sign. */
export const securityWords: Record<
  NonNullable<WorkspaceView['origin']>['security'],
  { readonly text: string; readonly isSpokenOnly: boolean }
> = {
  builtIn: { text: 'On this computer', isSpokenOnly: false },
  secure: { text: 'Encrypted connection', isSpokenOnly: true },
  local: { text: 'on this computer', isSpokenOnly: false },
  insecure: { text: 'not encrypted', isSpokenOnly: false },
};
