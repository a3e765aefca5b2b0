import { appOrigin } from '../../app/contract/channels.ts';

interface Frame {
  readonly parent: unknown;
  readonly origin: string;
  readonly url: string;
}

/** The part of an IPC event, and of a window, that says who speaks. */
export interface Sent<Contents> {
  readonly sender: Contents;
  readonly senderFrame: Frame | null;
}

/**
 * Is it the main frame of our own window, showing our own page? A frame that is gone, or has navigated while
 * the message was on its way, is null or says so by its origin.
 */
export const isFromOwnWindow = <Contents>(
  { sender, senderFrame }: Sent<Contents>,
  own: Contents | undefined,
): boolean =>
  own !== undefined &&
  sender === own &&
  senderFrame !== null &&
  senderFrame.parent === null &&
  senderFrame.origin === appOrigin &&
  senderFrame.url.startsWith(`${appOrigin}/`);
