import { expect, test } from 'vitest';
import { isShortEnough } from '../storage/own-socket.ts';
import { socketPlaceOf } from './socket-place.ts';

const linux = { platform: 'linux', runtimeDirectory: '/run/user/1000' } as const;

test('in the profile, whatever the session', () => {
  const here = '/home/ana/.config/Hotseat/command-line/hotseat.sock';
  expect(socketPlaceOf('/home/ana/.config/Hotseat', linux)).toBe(here);
  expect(socketPlaceOf('/home/ana/.config/Hotseat', { ...linux, runtimeDirectory: undefined })).toBe(here);
});

test('elsewhere, and short, where the path of the profile is too long; another for each profile', () => {
  const deep = `/home/${'a'.repeat(100)}`;
  const place = socketPlaceOf(deep, linux);
  expect(place).toMatch(/^\/run\/user\/1000\/hotseat-[0-9a-f]{12}-terminal\/hotseat\.sock$/u);
  expect(socketPlaceOf(`${deep}b`, linux)).not.toBe(place);
  for (const runtimeDirectory of [undefined, 'relative'])
    expect(isShortEnough(socketPlaceOf(deep, { platform: 'linux', runtimeDirectory }))).toBe(true);
});

test('on Windows a pipe', () => {
  expect(socketPlaceOf('C:\\x', { platform: 'win32', runtimeDirectory: undefined })).toMatch(
    /^\\\\\.\\pipe\\hotseat-[0-9a-f]{12}$/u,
  );
});
