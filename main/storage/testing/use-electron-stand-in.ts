import { registerHooks } from 'node:module';

const standIn = JSON.stringify(new URL('electron-stand-in.ts', import.meta.url).href);
/** electron-store imports Electron whole, as its default. */
const source = `import * as electron from ${standIn}; export * from ${standIn}; export default electron;`;

/** Import before anything that imports Electron: whoever asks for it then gets the stand-in. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier.endsWith('/node_modules/electron/index.js')
      ? { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true }
      : next(specifier, context),
});
