import fs from 'node:fs';
import { dirname } from 'node:path';
import { unlinkIfThere } from './private-directory.ts';

/** A path that every system takes for a socket's (macOS: 104 bytes with the NUL). */
const pathLimitBytes = 103;

export const isShortEnough = (socketPath: string): boolean => Buffer.byteLength(socketPath) <= pathLimitBytes;

/** 0700 and the person's own: a link or another's folder in its place is refused. */
export const makeOwnFolder = (path: string): void => {
  fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    fs.mkdirSync(path, { mode: 0o700 });
  } catch {
    const found = fs.lstatSync(path);
    if (!found.isDirectory() || !isMine(found)) throw new Error('The folder of the socket is not our own');
    fs.chmodSync(path, 0o700);
  }
};

/** With its folder, where nothing else is in that. */
export const removeSocket = (socketPath: string): void => {
  try {
    unlinkIfThere(socketPath);
    fs.rmdirSync(dirname(socketPath));
  } catch {
    // Nothing is in it that anybody could use.
  }
};

/** Can nobody but the person have put the socket there? Throws where there is none. */
export const isOwnSocket = (socketPath: string): boolean => {
  const [socket, folder] = [fs.lstatSync(socketPath), fs.lstatSync(dirname(socketPath))];
  return (
    socket.isSocket() &&
    isMine(socket) &&
    folder.isDirectory() &&
    isMine(folder) &&
    (folder.mode & 0o077) === 0
  );
};

const isMine = ({ uid }: fs.Stats): boolean => !process.getuid || uid === process.getuid();
