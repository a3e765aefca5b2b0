/** Where the page of the directory lies. */
export interface NotebookFolders {
  readonly page: URL;
  /** The typeface, which it shares with the window: a package has it once. */
  readonly fonts: URL;
}

/**
 * Seen from an entry: beside it as a bundle, in the build of the app and in its sources as source. Only an entry may
 * pass its `import.meta.url`.
 */
export function notebookFolders(entryUrl: string): NotebookFolders {
  const isSource = new URL(entryUrl).pathname.endsWith('.ts');
  const [page, fonts] = isSource
    ? ['../../out/main/notebook/', '../../renderer/ui/fonts/']
    : ['notebook/', '../renderer/assets/'];
  return { page: new URL(page, entryUrl), fonts: new URL(fonts, entryUrl) };
}
