/** Paths of the App Services client protocol, v2.0, below the origin that answers them. */
export interface AppServicesRoutes {
  readonly location: string;
  readonly profile: string;
  readonly session: string;
  readonly deleteAccount: string;
  readonly apiKeys: string;
  readonly callFunction: string;
  logIn(provider: AuthProvider): string;
  link(provider: AuthProvider): string;
  emailPassword(step: EmailPasswordStep): string;
  /** `id` as the service gave it, and safe in a path. */
  apiKey(id: string, change?: 'enable' | 'disable'): string;
}

export type AuthProvider = 'local-userpass' | 'anon-user' | 'api-key' | 'custom-token' | 'custom-function';

export type EmailPasswordStep =
  'register' | 'confirm' | 'confirm/send' | 'confirm/call' | 'reset' | 'reset/send' | 'reset/call';

const base = '/api/client/v2.0';

export const routesOf = (appId: string): AppServicesRoutes => {
  const app = `${base}/app/${encodeURIComponent(appId)}`;
  const logIn = (provider: AuthProvider): string => `${app}/auth/providers/${provider}/login`;
  return {
    location: `${app}/location`,
    profile: `${base}/auth/profile`,
    session: `${base}/auth/session`,
    deleteAccount: `${base}/auth/delete`,
    apiKeys: `${base}/auth/api_keys`,
    callFunction: `${app}/functions/call`,
    logIn,
    link: (provider) => `${logIn(provider)}?link=true`,
    emailPassword: (step) => `${app}/auth/providers/local-userpass/${step}`,
    apiKey: (id, change) => `${base}/auth/api_keys/${id}${change === undefined ? '' : `/${change}`}`,
  };
};
