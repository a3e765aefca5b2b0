import type { ParentPort } from '../../directory/serve-process.ts';

// The directory's real entry in an ordinary child process: Node's own channel takes the place of Electron's
// `parentPort`. Beside its messages it takes one for tests, which moves its clock.
const listeners: ((event: { data: unknown }) => void)[] = [];
const now = Date.now;
let aheadMs = 0;
Date.now = () => now() + aheadMs;

process.on('message', (message: unknown) => {
  if (typeof message === 'object' && message !== null && 'advanceClockMs' in message) {
    aheadMs += Number(message.advanceClockMs);
    return;
  }
  for (const listener of listeners) listener({ data: message });
});
process.on('disconnect', () => process.exit());

const parentPort: ParentPort = {
  on: (_event, listener) => listeners.push(listener),
  postMessage: (message) => process.send?.(message),
};
Object.assign(process, { parentPort });
await import('../../directory/process.ts');
