import type { AppServicesClient } from '../../../app/identity/app-services/app-services-client.ts';
import { createAppServicesClient } from '../../../app/identity/app-services/app-services-client.ts';
import type { HttpRequest, HttpTransport } from '../../../app/identity/app-services/http.ts';
import type { Login, LogInCircumstances, LogInMethod } from '../../../app/identity/identity-provider.ts';
import { succeed, type Outcome } from '../../../app/outcome.ts';
import type { Cancellation } from '../../../app/ports.ts';
import type { DirectoryConfiguration } from '../../directory/configuration.ts';
import { DIRECTORY_APP_ID } from '../../directory/directory-app-id.ts';
import { DIRECTORY_ORIGIN } from '../../directory/directory-origin.ts';
import { canary, openTestDirectory, type TestDirectory } from '../../directory/test-directory.ts';

type GivenBack = Parameters<LogInCircumstances['giveBack']>[0];

export interface DirectoryClient {
  readonly client: AppServicesClient;
  readonly appServices: AppServicesClient['appServices'];
  readonly directory: TestDirectory;
  readonly requests: readonly HttpRequest[];
  /** What failed logins gave back. */
  readonly givenBack: readonly GivenBack[];
  readonly logIn: (method: LogInMethod, cancellation?: Cancellation) => Promise<Outcome<Login>>;
  readonly close: () => Promise<void>;
}

export interface DirectoryClientOptions {
  readonly appId?: string;
  readonly configuration?: DirectoryConfiguration;
  /** Told of each answer before the client is. */
  readonly answered?: (url: string) => void;
}

/** The client on the real directory, in this process: only the transport is another than in Hotseat. */
export const openDirectoryClient = ({
  appId = DIRECTORY_APP_ID,
  configuration = {},
  answered,
}: DirectoryClientOptions = {}): DirectoryClient => {
  const directory = openTestDirectory({ configuration });
  const requests: HttpRequest[] = [];
  const givenBack: GivenBack[] = [];
  const transport: HttpTransport = async (request) => {
    requests.push(request);
    const { method, url, headers, body } = request;
    const response = await directory.app.fetch(new Request(url, { method, headers, body: body ?? null }));
    answered?.(url);
    return succeed({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    });
  };
  const client = createAppServicesClient({
    appId,
    baseUrl: () => DIRECTORY_ORIGIN,
    device: testDevice,
    transport,
    clock: { nowMs: () => directory.time.nowMs },
  });
  return {
    client,
    appServices: client.appServices,
    directory,
    requests,
    givenBack,
    logIn: (method, cancellation) =>
      client.logIn(method, { cancellation, giveBack: (session) => givenBack.push(session) }),
    close: () => directory.close(),
  };
};

export const testDevice = { platform: 'linux', platformVersion: '6.1', appVersion: '0.1.0' };

export const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`Failed with ${JSON.stringify(outcome.error)}`);
  return outcome.value;
};

export const personOf = (name: string) => {
  const email = `${name}@example.com`;
  const password = canary(name, 'password');
  return { email, password, method: { kind: 'emailPassword', email, password } as const };
};
