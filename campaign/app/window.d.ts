import type { HotseatBridge } from '../../app/contract/bridge.ts';

declare global {
  interface Window {
    readonly hotseat: HotseatBridge;
  }
}
