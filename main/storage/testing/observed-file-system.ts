import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** A call that touches the disk, by the paths it was made with. */
export interface FileCall {
  readonly operation: Operation;
  readonly path: string;
  readonly to?: string;
}

export interface Fault {
  readonly operation: Operation;
  readonly path: RegExp;
  readonly code: string;
  /** How often it strikes; without it, always. */
  times?: number;
}

type Operation = 'open' | 'write' | 'fsync' | 'rename' | 'link' | 'unlink' | 'readdir';

/**
 * Sees and breaks calls of Node's own file system. Import it before what is to be observed: libraries keep the
 * functions that they find when they are loaded.
 */
export const observedFileSystem = {
  calls: [] as FileCall[],
  faults: [] as Fault[],
  /** Called before each call takes place. */
  beforeCall: undefined as ((call: FileCall) => void) | undefined,

  reset(): void {
    this.calls = [];
    this.faults = [];
    this.beforeCall = undefined;
  },
};

const paths = new Map<number, string>();

const observe = (call: FileCall): void => {
  observedFileSystem.beforeCall?.(call);
  observedFileSystem.calls.push(call);
  for (const fault of observedFileSystem.faults) {
    if (fault.operation !== call.operation || !fault.path.test(call.path) || fault.times === 0) continue;
    if (fault.times !== undefined) fault.times -= 1;
    throw Object.assign(new Error(`${fault.code}: injected, ${call.operation}`), { code: fault.code });
  }
};

const original = { ...fs };

fs.openSync = (path, flags, mode) => {
  observe({ operation: 'open', path: String(path) });
  const descriptor = original.openSync(path, flags, mode);
  paths.set(descriptor, String(path));
  return descriptor;
};

fs.writeSync = new Proxy(original.writeSync, {
  apply: (target, self, [descriptor, ...rest]: [number, ...unknown[]]): unknown => {
    observe({ operation: 'write', path: paths.get(descriptor) ?? '' });
    return Reflect.apply(target, self, [descriptor, ...rest]);
  },
});

fs.fsyncSync = (descriptor) => {
  observe({ operation: 'fsync', path: paths.get(descriptor) ?? '' });
  original.fsyncSync(descriptor);
};

fs.renameSync = (from, to) => {
  observe({ operation: 'rename', path: String(from), to: String(to) });
  original.renameSync(from, to);
};

fs.linkSync = (from, to) => {
  observe({ operation: 'link', path: String(from), to: String(to) });
  original.linkSync(from, to);
};

fs.unlinkSync = (path) => {
  observe({ operation: 'unlink', path: String(path) });
  original.unlinkSync(path);
};

syncBuiltinESMExports();
