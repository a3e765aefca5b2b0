/** The two halves of what a mail says. */
export interface MailParts {
  readonly token: string;
  readonly tokenId: string;
}

/** The parts of a link out of a mail, when somebody pastes the whole link. */
export const mailPartsIn = (text: string): MailParts | undefined => {
  const address = text.trim();
  if (!URL.canParse(address)) return undefined;
  const { searchParams, hash } = new URL(address);
  const behindHash = new URLSearchParams(hash.slice(hash.indexOf('?') + 1));
  const part = (name: string) => searchParams.get(name) ?? behindHash.get(name) ?? '';
  const parts = { token: part('token'), tokenId: part('tokenId') };
  return parts.token !== '' && parts.tokenId !== '' ? parts : undefined;
};
