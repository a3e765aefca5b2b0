import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditSurface } from '../../app/contract/audit-views.ts';

const surfaces = new AsyncLocalStorage<AuditSurface>();

/** Whatever comes of the work, however late, was asked for there. */
export const askedBy = <T>(surface: AuditSurface, work: () => T): T => surfaces.run(surface, work);

/** Where what is happening now was asked for. */
export const askingSurface = (): AuditSurface => surfaces.getStore() ?? 'itself';

/** The same actions, each asked for there. */
export const allAskedBy = <Actions extends object>(surface: AuditSurface, actions: Actions): Actions =>
  new Proxy(actions, {
    get: (target, key, receiver) => {
      const value: unknown = Reflect.get(target, key, receiver);
      return typeof value === 'function'
        ? (...args: readonly unknown[]): unknown => askedBy(surface, () => Reflect.apply(value, target, args))
        : value;
    },
  });
