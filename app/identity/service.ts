import { serviceIdSchema, type ServiceId } from '../users/user.ts';

/** The identity service that is built in: on this computer, no server needed. */
export interface DirectoryService {
  readonly id: ServiceId;
  readonly kind: 'directory';
  readonly name: string;
}

/** A server that speaks the App Services client protocol. */
export interface AppServicesService {
  readonly id: ServiceId;
  readonly kind: 'appServices';
  readonly name: string;
  /** Origin that is asked for the location. */
  readonly baseUrl: string;
  readonly appId: string;
  readonly workspaceUrl?: string | undefined;
}

/** How an issuer lets a person in: through the browser of this computer, or through one anywhere (RFC 8628). */
export type OpenIdConnectWay = 'browser' | 'deviceCode';

/** An OpenID Connect issuer. The client secret, if it wants one, is kept apart, encrypted. */
export interface OpenIdConnectService {
  readonly id: ServiceId;
  readonly kind: 'openIdConnect';
  readonly name: string;
  /** Issuer identifier, exactly as the issuer writes it (OpenID Connect Discovery 1.0, section 4.3). */
  readonly issuer: string;
  readonly clientId: string;
  readonly hasClientSecret: boolean;
  /** `openid` is always among them. */
  readonly scopes: readonly string[];
  /** Where its accounts' tokens may be sent: exact origins. */
  readonly apiOrigins: readonly string[];
  readonly workspaceUrl?: string | undefined;
  /** For an issuer that knows redirect addresses with their port only; otherwise the port is chosen by the system. */
  readonly redirectPort?: number | undefined;
  /**
   * Origins beside the issuer's own that its metadata named when the person added it. An endpoint anywhere else
   * is refused (fault row D4).
   */
  readonly otherOrigins: readonly string[];
  readonly ways: readonly OpenIdConnectWay[];
}

/** Any site: no protocol and no tokens. The person says who they are, and signs in on the page itself. */
export interface WebsiteService {
  readonly id: ServiceId;
  readonly kind: 'website';
  readonly name: string;
  readonly url: string;
  /** A cookie of the site that is there while somebody is signed in. */
  readonly signInCookie?: string | undefined;
  /** Origins beside the site's own that its sign-in goes through. */
  readonly signInOrigins: readonly string[];
}

/** Where accounts live. The directory is built in; other kinds are added by the person. */
export type Service = DirectoryService | AppServicesService | OpenIdConnectService | WebsiteService;

/** Before it has an id. */
export type Unidentified<S> = S extends unknown ? Omit<S, 'id'> : never;

export const directoryService: DirectoryService = {
  id: serviceIdSchema.parse('directory'),
  kind: 'directory',
  /** In English; the list of services has it in the language of the moment. */
  name: 'This computer',
};
