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
 * Does the message say that the screen is locked, the lid closed, or that another person’s desktop came forward? logind
 * asks a session to lock, or its desktop says that it has; UPower tells of the lid. Where the own session is not known, that of any other counts: one lock too many
 * is better than one too few.
 */
export const saysLocked = (message: BusMessage, ownSession: string | undefined): boolean => {
  const { path, member } = message;
  const isOwn = ownSession === undefined || path === ownSession;
  if (message.interface === session) return member === 'Lock' && isOwn;
  if (message.interface !== properties || member !== 'PropertiesChanged') return false;
  const [about, changed] = Array.isArray(message.body) ? (message.body as readonly unknown[]) : [];
  // A session that is not active any more has made room for another person’s on the same screen.
  if (about === session) return isOwn && (is(changed, 'LockedHint', true) || is(changed, 'Active', false));
  return about === 'org.freedesktop.UPower' && is(changed, 'LidIsClosed', true);
};

const is = (changed: unknown, name: string, value: boolean): boolean =>
  typeof changed === 'object' && changed !== null && name in changed && Reflect.get(changed, name) === value;
