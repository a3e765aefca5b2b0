import { gzipSync } from 'node:zlib';
import type { Fault } from './fault-server.ts';

export const answering =
  (status: number, headers: Readonly<Record<string, string>>, body: string | Buffer = ''): Fault =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

export const redirectingTo = (location: string, status = 302): Fault => answering(status, { location });

const json = { 'content-type': 'application/json' };

/** Hangs up in the middle of the answer, or before it. */
export const hangingUp =
  (afterBytes: number): Fault =>
  (_request, response) => {
    if (afterBytes > 0) {
      response.writeHead(200, { ...json, 'content-length': String(afterBytes * 2) });
      response.write('x'.repeat(afterBytes), () => response.socket?.resetAndDestroy());
    } else response.socket?.resetAndDestroy();
  };

/** Takes the request and says nothing, ever. */
export const silent: Fault = () => undefined;

/** One byte after the other, for as long as somebody listens; `onByte` hears of each. */
export const trickling =
  (onByte: (count: number) => void): Fault =>
  (_request, response) => {
    response.writeHead(200, json);
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      response.write(' ');
      onByte(count);
    }, 2);
    response.on('close', () => clearInterval(timer));
  };

/** As many bytes as somebody takes, up to `byteCount`. */
export const flooding =
  (byteCount: number): Fault =>
  (_request, response) => {
    const piece = Buffer.alloc(64 * 1024, ' ');
    response.writeHead(200, json);
    let left = byteCount;
    const pour = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= piece.byteLength;
        if (!response.write(piece)) return void response.once('drain', pour);
      }
      response.end();
    };
    pour();
  };

/** A few kilobytes that unpack to `byteCount`. */
export const gzipBomb = (byteCount: number): Fault =>
  answering(200, { ...json, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(byteCount, ' ')));

/** The sign-in page of a guest network. */
export const captivePortal: Fault = answering(
  200,
  { 'content-type': 'text/html' },
  '<!doctype html><title>Welcome to our guest network</title>',
);
