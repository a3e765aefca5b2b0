import type { ServiceId } from '../../../app/contract/bridge.ts';
import type { UserView } from '../../../app/contract/views.ts';

export interface ServiceGroup {
  /** The service's. */
  readonly id: ServiceId;
  readonly users: readonly UserView[];
}

/** The groups of a list that is in their order already, as main has it. */
export const serviceGroups = (users: readonly UserView[]): readonly ServiceGroup[] => {
  const groups = new Map<ServiceId, UserView[]>();
  for (const user of users) {
    const group = groups.get(user.serviceId);
    if (group) group.push(user);
    else groups.set(user.serviceId, [user]);
  }
  return Array.from(groups, ([id, own]) => ({ id, users: own }));
};
