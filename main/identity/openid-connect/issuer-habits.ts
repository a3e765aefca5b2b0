/** What an issuer does, as far as its metadata says it. */
interface Announced {
  readonly issuer: string;
  readonly prompt_values_supported?: readonly string[] | undefined;
  readonly claims_supported?: readonly string[] | undefined;
}

/** What an issuer does, and does not, where its metadata does not say so or cannot be believed. */
export interface Habits {
  readonly prompts: readonly string[];
  /** Only one `prompt` at a time. */
  readonly isPromptSingle: boolean;
  /** Puts `auth_time` into its tokens when `max_age` asks for it, as it has to (Core, section 3.1.2.1). */
  readonly tellsAuthTime: boolean;
  /** Its device grant follows RFC 8628, and is for clients that log in by a browser as well. */
  readonly hasDeviceCodes: boolean;
}

const habitsByOrigin: Readonly<Record<string, Habits>> = {
  // Its device answer names the page `verification_url`, and only clients for limited input get one.
  'https://accounts.google.com': {
    prompts: ['consent', 'select_account'],
    isPromptSingle: false,
    tellsAuthTime: false,
    hasDeviceCodes: false,
  },
  'https://login.microsoftonline.com': {
    prompts: ['login', 'consent', 'select_account'],
    isPromptSingle: true,
    tellsAuthTime: false,
    hasDeviceCodes: true,
  },
};

export const habitsOf = ({ issuer, ...announced }: Announced): Habits =>
  habitsByOrigin[URL.parse(issuer)?.origin ?? ''] ?? {
    // `select_account` is left out where nothing is listed: who does not know it may refuse the request.
    prompts: announced.prompt_values_supported ?? ['login', 'consent'],
    isPromptSingle: false,
    // Who lists its claims without it cannot be counted on for it.
    tellsAuthTime: announced.claims_supported?.includes('auth_time') ?? true,
    hasDeviceCodes: true,
  };
