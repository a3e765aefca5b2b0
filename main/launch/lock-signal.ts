/** The part of a message on the system’s bus that matters here. */
export interface BusMessage {
  readonly path?: string | undefined;
  readonly interface?: string | undefined;
  readonly member?: string | undefined;
  readonly body?: unknown;
}

const properties = 'org.freedesktop.DBus.Properties';
const session = 'org.freedesktop.login1.Session';

/**
 * Does the message say that the screen is locked, or the lid closed? logind asks a session to lock, or its desktop says
 * that it has; UPower tells of the lid. Where the own session is not known, that of any other counts: one lock too many
 * is better than one too few.
 */
export const saysLocked = (message: BusMessage, ownSession: string | undefined): boolean => {
  const { path, member } = message;
  const isOwn = ownSession === undefined || path === ownSession;
  if (message.interface === session) return member === 'Lock' && isOwn;
  if (message.interface !== properties || member !== 'PropertiesChanged') return false;
  const [about, changed] = Array.isArray(message.body) ? (message.body as readonly unknown[]) : [];
  if (about === session) return isOwn && isTrueIn(changed, 'LockedHint');
  return about === 'org.freedesktop.UPower' && isTrueIn(changed, 'LidIsClosed');
};

const isTrueIn = (changed: unknown, name: string): boolean =>
  typeof changed === 'object' && changed !== null && name in changed && Reflect.get(changed, name) === true;
