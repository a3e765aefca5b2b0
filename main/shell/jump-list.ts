import type { JumpListCategory, JumpListItem } from 'electron';
import type { SystemState } from '../../app/surfaces/system-state.ts';
import { accountLine, systemTexts } from './system-texts.ts';

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
    ...(named.length > 0 ? [{ type: 'custom' as const, name: systemTexts.accounts, items: named }] : []),
    {
      type: 'tasks',
      items: [
        task(program, systemTexts.addAccount, 'login'),
        ...(accounts.length > 0 ? [task(program, systemTexts.lockAll, 'lock --all')] : []),
      ],
    },
  ];
};
