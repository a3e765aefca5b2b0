import type { UserView } from '../../app/contract/views.ts';

export const windowTitle = (active: Pick<UserView, 'name'> | undefined): string =>
  active ? `${active.name} — Hotseat` : 'Hotseat';
