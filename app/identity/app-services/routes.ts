/** Paths of the App Services client protocol, v2.0, below the origin that answers them. */
export interface AppServicesRoutes {
  readonly location: string;
  readonly register: string;
  readonly profile: string;
  readonly session: string;
  readonly deleteAccount: string;
  readonly callFunction: string;
  logIn(provider: AuthProvider): string;
}

export type AuthProvider = 'local-userpass' | 'anon-user';

const base = '/api/client/v2.0';

export const routesOf = (appId: string): AppServicesRoutes => {
  const app = `${base}/app/${encodeURIComponent(appId)}`;
  return {
    location: `${app}/location`,
    register: `${app}/auth/providers/local-userpass/register`,
    profile: `${base}/auth/profile`,
    session: `${base}/auth/session`,
    deleteAccount: `${base}/auth/delete`,
    callFunction: `${app}/functions/call`,
    logIn: (provider) => `${app}/auth/providers/${provider}/login`,
  };
};
