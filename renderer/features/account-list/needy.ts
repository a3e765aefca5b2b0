import type { AttentionReason, UserView } from '../../../app/contract/views.ts';

/** The reasons that only the person can do something about; for the others Hotseat keeps trying by itself. */
const wantsPerson: Readonly<Record<AttentionReason, boolean>> = {
  sessionExpired: true,
  sessionRevoked: true,
  sessionEndsSoon: true,
  unreachable: false,
  sessionNotSaved: false,
  keyringUnavailable: true,
};

/** Does the account wait for the person to do something? */
export const isNeedy = ({ attention }: UserView): boolean => attention.some((reason) => wantsPerson[reason]);

export const needyCount = (users: Iterable<UserView>): number => {
  let count = 0;
  for (const user of users) if (isNeedy(user)) count += 1;
  return count;
};
