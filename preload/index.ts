import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { HotseatBridge } from '../app/contract/bridge.ts';
import { changesChannel, executeChannel } from '../app/contract/channels.ts';
import type { CommandInput, CommandName, CommandOutput } from '../app/contract/commands.ts';
import type { Outcome } from '../app/contract/bridge.ts';
import type { Push } from '../app/contract/views.ts';

const unexpected = { ok: false, error: { code: 'unexpected' } } as const;

const execute = <Name extends CommandName>(
  command: Name,
  input: CommandInput<Name>,
): Promise<Outcome<CommandOutput<Name>>> =>
  ipcRenderer.invoke(executeChannel, command, input).catch(() => unexpected);

const bridge: HotseatBridge = {
  execute,
  snapshot: () => execute('readSnapshot', undefined),
  subscribe: (listener) => {
    const receive = (_event: IpcRendererEvent, push: Push) => listener(push);
    ipcRenderer.on(changesChannel, receive);
    return () => void ipcRenderer.off(changesChannel, receive);
  },
};

contextBridge.exposeInMainWorld('hotseat', bridge);
