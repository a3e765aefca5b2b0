/** `scheme://host[:port]` in lower case, without a trailing slash: what a token is sent to. */
export interface Origin {
  readonly scheme: 'http' | 'https';
  readonly text: string;
}

const shape = /^(https?):\/\/((?:[a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\/?$/;

/** Undefined for anything with user, path, query or fragment, and for hosts that could be read in two ways. */
export const parseOrigin = (url: string): Origin | undefined => {
  const text = url.toLowerCase();
  const [, scheme, , port = '1'] = shape.exec(text) ?? [];
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  if (Number(port) < 1 || Number(port) > 65_535) return undefined;
  return { scheme, text: text.replace(/\/$/, '') };
};
