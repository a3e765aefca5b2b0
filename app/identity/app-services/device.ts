/**
 * What a login says about the device: the protocol's own keys, and of those only what does not single out a
 * computer (no device name, no hardware).
 */
export interface Device {
  readonly platform: string;
  readonly platformVersion: string;
  readonly appVersion: string;
}

export const deviceOptions = (device: Device, appId: string): Readonly<Record<string, string>> => ({
  appId,
  appVersion: device.appVersion,
  platform: device.platform,
  platformVersion: device.platformVersion,
  sdk: 'hotseat',
  sdkVersion: device.appVersion,
});
