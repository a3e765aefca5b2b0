/**
 * Where the built page lies, seen from an entry: beside it as a bundle, in the build of the app as source. Only an
 * entry may pass its `import.meta.url`.
 */
export function notebookFolder(entryUrl: string): URL {
  const isSource = new URL(entryUrl).pathname.endsWith('.ts');
  return new URL(isSource ? '../../out/main/notebook/' : 'notebook/', entryUrl);
}
