import type { UserView } from '../contract/views.ts';
import type { UserId } from '../users/user.ts';
import type { SurfaceState } from './surface-commands.ts';

/** How an account of the list stands, in the one word that a menu has for it. */
export type Standing = 'active' | 'inactive' | 'locked' | 'loggedOut';

export interface SystemAccount {
  readonly id: UserId;
  readonly name: string;
  readonly standing: Standing;
}

/** Initials and colour that stand for an account where there is no room for its name. */
export type Mark = Pick<UserView, 'initials' | 'colour'>;

/** All that the system’s own surfaces show: tray, dock, jump list, the menu of the icon. */
export interface SystemState {
  /** The first rows of the list. */
  readonly accounts: readonly SystemAccount[];
  readonly active: (Mark & { readonly name: string }) | undefined;
  readonly surface: SurfaceState;
}

export interface SystemSource {
  firstRows(count: number): readonly UserView[];
  readonly active: UserView | undefined;
}

/** As many as have a digit. */
export const systemRowCount = 9;

export const systemStateOf = (source: SystemSource, surface: SurfaceState): SystemState => {
  const { active } = source;
  return {
    accounts: source.firstRows(systemRowCount).map((view) => ({
      id: view.id,
      name: nameOf(view),
      standing: standingOf(view, active?.id),
    })),
    active: active && { name: active.name, initials: active.initials, colour: active.colour },
    surface,
  };
};

/** A locked account says no more than the name that was chosen for it, also where another has the same. */
const nameOf = ({ isLocked, nickname, name }: UserView): string => (isLocked && nickname ? nickname : name);

const standingOf = ({ id, state, isLocked }: UserView, activeId: UserId | undefined): Standing => {
  if (id === activeId) return 'active';
  if (state === 'loggedOut') return 'loggedOut';
  return isLocked ? 'locked' : 'inactive';
};
