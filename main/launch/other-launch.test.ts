import { expect, test } from 'vitest';
import { handedOver } from './other-launch.ts';

test('what another start hands over, and a window for whatever else it says', () => {
  expect(handedOver({ wants: 'link', link: 'hotseat:x' })).toEqual({ wants: 'link', link: 'hotseat:x' });
  expect(handedOver({ wants: 'nothing' })).toEqual({ wants: 'nothing' });
  for (const other of [undefined, 'x', { wants: 'unlock' }, { wants: 'link' }, { wants: 'window', more: 1 }])
    expect(handedOver(other)).toEqual({ wants: 'window' });
});
