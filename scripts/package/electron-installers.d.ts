/** What is used of electron-installer-debian and electron-installer-redhat, which bring no types. */
declare module 'electron-installer-debian' {
  export class Installer {
    constructor(options: Readonly<Record<string, unknown>>);
    options: Record<string, unknown>;
    readonly stagingDir: string;
    get contentFunctions(): string[];
    generateDefaults(): Promise<unknown>;
    generateOptions(): unknown;
    createStagingDir(): Promise<void>;
    createContents(): Promise<unknown>;
    createPackage(): Promise<void>;
    movePackage(): Promise<void>;
  }
}

declare module 'electron-installer-redhat' {
  export class Installer {
    constructor(options: Readonly<Record<string, unknown>>);
    options: Record<string, unknown>;
    readonly stagingDir: string;
    get contentFunctions(): string[];
    generateDefaults(): Promise<unknown>;
    generateOptions(): unknown;
    generateScripts(): Promise<unknown>;
    createStagingDir(): Promise<void>;
    createContents(): Promise<unknown>;
    createPackage(): Promise<void>;
    movePackage(): Promise<void>;
  }
}
