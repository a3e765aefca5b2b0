import type { JumpListCategory, JumpListItem } from 'electron';
import type { SystemState } from '../../app/surfaces/system-state.ts';
import { accountLine } from './account-line.ts';
import { systemWords } from './spoken.ts';

/** Each item starts Hotseat with the words of its command line; the one that runs hears them. */
const task = (program: string, title: string, args: string): JumpListItem => ({
  type: 'task',
  title,
  program,
  args,
  iconPath: program,
  iconIndex: 0,
});

/** Windows keeps it in a file that outlives Hotseat, so accounts are in it only where the person wants that. */
export const jumpList = (
  { accounts }: SystemState,
  { program, namesAccounts }: { readonly program: string; readonly namesAccounts: boolean },
): JumpListCategory[] => {
  const named = namesAccounts
    ? accounts.map(({ id, name, standing }) => task(program, accountLine(name, standing), `switch ${id}`))
    : [];
  return [
    ...(named.length > 0 ? [{ type: 'custom' as const, name: systemWords.accounts, items: named }] : []),
    {
      type: 'tasks',
      items: [
        task(program, systemWords.addAccount, 'login'),
        ...(accounts.length > 0 ? [task(program, systemWords.lockAll, 'lock --all')] : []),
      ],
    },
  ];
};
