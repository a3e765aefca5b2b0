/** Sends one request: bounded in time and size, without cookies, refusing redirects. Rejects when no answer came. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;
