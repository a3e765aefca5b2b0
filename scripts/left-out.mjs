import { readFileSync } from 'node:fs';

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
 * Files that are never run. Of electron-updater: providers other than the signed one, the XML that one of them reads,
 * downloads put together from pieces, and of what it uses, writing YAML, and copying, moving and linking files. Of
 * dbus-native: being a bus oneself, and what reads descriptions of objects, with the XML that they are in.
 */
const emptied = [
  /\/node_modules\/electron-updater\/out\/(?:differentialDownloader\/|providers\/(?:Bitbucket|GitHub|GitLab|Keygen|PrivateGitHub)Provider\.js)/u,
  /\/node_modules\/dbus-native\/lib\/(?:broker|define-interface|introspect|managed-objects|proxy|server|server-handshake)\.js/u,
  /\/node_modules\/(?:sax|xml2js)\//u,
  /\/node_modules\/js-yaml\/lib\/dumper\.js/u,
  /\/node_modules\/fs-extra\/lib\/(?:copy|move|ensure\/(?:sym)?link)(?:\/index)?\.js/u,
];

/** Modules whose exports are named by others and called by nobody: zod describes its schemas as JSON Schema. */
const neverCalled = [/\/node_modules\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js/u];

/** What Node does itself, or nobody reads, by the file whose place it takes. */
const replaced = new Map([
  ['/node_modules/lodash.isequal/index.js', `module.exports = require('node:util').isDeepStrictEqual;`],
  ['/node_modules/graceful-fs/graceful-fs.js', `module.exports = require('node:fs');`],
  [
    '/node_modules/debug/src/index.js',
    'const debug = () => Object.assign(() => {}, { enabled: false }); module.exports = Object.assign(debug, { default: debug });',
  ],
]);

const unused = `function unused() { throw new Error('It is left out of the bundle: scripts/left-out.mjs'); }`;
const prefix = '\0left-out:';

/** @param {string} code a module, of which each export stays by name */
const namesOnly = (code) => {
  const names = [...code.matchAll(/^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \};/gmu)].map(
    ([, declared, renamed]) => declared ?? renamed,
  );
  if (names.length === 0) throw new Error('It exports nothing any more');
  return `${unused}\nexport { ${names.map((name) => `unused as ${name}`).join(', ')} };`;
};

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
      const path = id.replaceAll('\\', '/');
      if (neverCalled.some((pattern) => pattern.test(path))) return namesOnly(readFileSync(id, 'utf8'));
      if (emptied.some((pattern) => pattern.test(path))) return 'module.exports = {};';
      for (const [file, code] of replaced) if (path.endsWith(file)) return code;
      const what = id.startsWith(prefix) ? leftOut.get(id.slice(prefix.length)) : undefined;
      return what && `${unused}\n${what.exported}`;
    },
    buildEnd(error) {
      const missing = [...leftOut.keys()].filter((source) => !met.has(source));
      if (!error && missing.length > 0) throw new Error(`No package imports ${missing.join(', ')} as before`);
    },
  };
};

const otherLanguage =
  /\/node_modules\/react-(?:aria|stately)(?:-components)?\/.*\/intl\/(?:.*\/)?(?!en-US|de-DE)[a-z]{2}-[A-Z]{2}\.mjs$/u;

/**
 * React Aria brings its hints for assistive technology in 34 languages; the window speaks two of them.
 * @returns {import('vite').Plugin}
 */
export const leaveOutLanguages = () => {
  let count = 0;
  return {
    name: 'leave-out-languages',
    enforce: 'pre',
    load(id) {
      if (!otherLanguage.test(id.replaceAll('\\', '/'))) return undefined;
      count += 1;
      return `export { default } from './en-US.mjs';`;
    },
    buildEnd(error) {
      if (!error && count === 0) throw new Error('React Aria has its languages elsewhere than before');
    },
  };
};
