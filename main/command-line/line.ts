import type { Socket } from 'node:net';

export type ReadLine = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'none' };

/** The first line that comes, once. `none`: the other side left, was too slow, or said too much. */
export const readLine = (
  socket: Socket,
  { limitBytes, withinMs }: { readonly limitBytes: number; readonly withinMs: number },
): Promise<ReadLine> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let byteCount = 0;
    const end = (read: ReadLine): void => {
      socket.removeAllListeners('data');
      socket.setTimeout(0);
      resolve(read);
    };
    socket.setTimeout(withinMs, () => end({ kind: 'none' }));
    socket.once('close', () => end({ kind: 'none' }));
    socket.on('error', () => end({ kind: 'none' }));
    socket.on('data', (chunk: Buffer) => {
      const at = chunk.indexOf('\n');
      const part = at === -1 ? chunk : chunk.subarray(0, at);
      byteCount += part.length;
      if (byteCount > limitBytes) return end({ kind: 'none' });
      chunks.push(part);
      if (at !== -1) end({ kind: 'line', text: Buffer.concat(chunks).toString('utf8') });
    });
  });

/** Undefined for what is no JSON. */
export const parsedLine = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
