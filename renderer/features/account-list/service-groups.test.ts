import { expect, test } from 'vitest';
import { sampleServiceId } from '../../state/sample-services.ts';
import { sampleUser } from '../../state/sample-users.ts';
import { serviceGroups } from './service-groups.ts';

test('a list is in groups by service, and each keeps its order', () => {
  const users = ['directory', 'directory', 'clinic'].map((service, n) =>
    sampleUser(n, { serviceId: sampleServiceId(service) }),
  );
  expect(serviceGroups(users)).toEqual([
    { id: sampleServiceId('directory'), users: users.slice(0, 2) },
    { id: sampleServiceId('clinic'), users: users.slice(2) },
  ]);
  expect(serviceGroups([])).toEqual([]);
});
