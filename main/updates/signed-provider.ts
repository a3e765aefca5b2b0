import type { AppUpdater, UpdateInfo } from 'electron-updater';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import { parseUpdateInfo, type ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { readTrustedMetadata, type TrustedMetadataParts } from './trusted-metadata.ts';

export type Trust = Omit<TrustedMetadataParts, 'parse'>;

type FeedOptions = Exclude<Parameters<AppUpdater['setFeedURL']>[0], string>;
type CustomOptions = Extract<FeedOptions, { readonly provider: 'custom' }>;

/**
 * electron-updater's provider of a plain folder on the web, with metadata that is believed only when it is signed.
 * Files, checksums and the staged roll-out stay the library's.
 */
export const signedProvider = (trust: Trust): NonNullable<CustomOptions['updateProvider']> =>
  class extends GenericProvider {
    constructor(_options: CustomOptions, updater: AppUpdater, runtime: ProviderRuntimeOptions) {
      super({ provider: 'generic', url: trust.source.url }, updater, runtime);
    }

    /** The library would send the number along that the staged roll-out goes by. It is nobody's but this computer's. */
    override setRequestHeaders(): void {}

    override getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`;
      const address = new URL(name, trust.source.url);
      const parse = (text: string): unknown => parseUpdateInfo(text, name, address);
      return readTrustedMetadata({ ...trust, parse }, name);
    }
  };
