import { brotliCompressSync, constants } from 'node:zlib';

/**
 * Languages other than English are loaded by those who speak them: they lie in the build as Brotli, and the
 * protocol that serves the page unpacks them (main/security/app-protocol.ts).
 * @returns {import('vite').Plugin}
 */
export const packLanguages = () => ({
  name: 'pack-languages',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const languages = Object.values(bundle).filter(
      (part) =>
        part.type === 'chunk' &&
        /\/app\/text\/(?!en\/)[a-z]{2}\/window\.ts$/u.test(slashed(part.facadeModuleId)),
    );
    if (languages.length === 0) throw new Error('The languages of the window are elsewhere than before');
    for (const part of languages) {
      if (part.type !== 'chunk') continue;
      const packed = brotliCompressSync(part.code, {
        params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
      });
      this.emitFile({ type: 'asset', fileName: `${part.fileName}.br`, source: packed });
      delete bundle[part.fileName];
    }
  },
});

/** @param {string | null} path */
const slashed = (path) => path?.replaceAll('\\', '/') ?? '';
