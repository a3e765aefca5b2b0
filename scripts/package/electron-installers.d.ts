// What is used of electron-installer-debian and electron-installer-redhat, which bring no types.

declare class ElectronInstaller {
  constructor(options: Readonly<Record<string, unknown>>);
  options: Record<string, unknown>;
  readonly stagingDir: string;
  get contentFunctions(): string[];
  generateDefaults(): Promise<unknown>;
  generateOptions(): unknown;
  /** Of the rpm only. */
  generateScripts?(): Promise<unknown>;
  createStagingDir(): Promise<void>;
  createContents(): Promise<unknown>;
  createPackage(): Promise<void>;
  movePackage(): Promise<void>;
}

declare module 'electron-installer-debian' {
  export class Installer extends ElectronInstaller {}
}

declare module 'electron-installer-redhat' {
  export class Installer extends ElectronInstaller {}
}
