/**
 * Where the password worker lies, seen from an entry: beside it, as source or as bundle. Only an entry may pass
 * its `import.meta.url`: a shared module lands in another folder when bundled.
 */
export function passwordWorkerUrl(entryUrl: string): URL {
  const file = new URL(entryUrl).pathname.endsWith('.ts') ? 'password-worker.ts' : 'password-worker.js';
  return new URL(file, entryUrl);
}
