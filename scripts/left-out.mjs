/**
 * What libraries bring for options that Hotseat does not use, and what is exported in its place. Every start would
 * read it: electron-store's `conf` has tables for `schema` and `migrations` that are a third of main's code.
 * Each is an import, and the package that imports it.
 */
const leftOut = new Map([
  ['ajv/dist/2020.js', { by: 'conf', exported: 'export { unused as Ajv2020 };' }],
  ['ajv-formats', { by: 'conf', exported: 'export default unused;' }],
  ['semver', { by: 'conf', exported: 'export default new Proxy({}, { get: unused });' }],
]);

/**
 * Files of electron-updater that are never run: providers other than the signed one, the XML that one of them reads,
 * and downloads put together from pieces.
 */
const emptied =
  /\/node_modules\/(?:electron-updater\/out\/(?:differentialDownloader\/|providers\/(?:Bitbucket|GitHub|GitLab|Keygen|PrivateGitHub)Provider\.js)|sax\/)/u;

const unused = `function unused() { throw new Error('It is left out of the bundle: scripts/left-out.mjs'); }`;
const prefix = '\0left-out:';

/**
 * Leaves out of the bundle what is never called there. Should it be called after all, that throws.
 * @returns {import('vite').Plugin}
 */
export const leaveOutUnused = () => {
  /** @type {Set<string>} */
  const met = new Set();
  return {
    name: 'leave-out-unused',
    enforce: 'pre',
    resolveId(source, importer) {
      const by = leftOut.get(source)?.by;
      if (by === undefined || !importer?.includes(`/node_modules/${by}/`)) return undefined;
      met.add(source);
      return prefix + source;
    },
    load(id) {
      if (emptied.test(id.replaceAll('\\', '/'))) return 'module.exports = {};';
      const what = id.startsWith(prefix) ? leftOut.get(id.slice(prefix.length)) : undefined;
      return what && `${unused}\n${what.exported}`;
    },
    buildEnd(error) {
      const missing = [...leftOut.keys()].filter((source) => !met.has(source));
      if (!error && missing.length > 0) throw new Error(`No package imports ${missing.join(', ')} as before`);
    },
  };
};
