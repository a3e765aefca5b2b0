/**
 * Parts of electron-updater that are never run: other providers than the signed one, the XML that one of them reads,
 * and downloads put together from pieces. They would be an eighth of all that is packaged.
 */
const unused =
  /\/node_modules\/(?:electron-updater\/out\/(?:differentialDownloader\/|providers\/(?:Bitbucket|GitHub|GitLab|Keygen|PrivateGitHub)Provider\.js)|sax\/)/u;

/**
 * Puts nothing in their place.
 * @returns {import('vite').Plugin}
 */
export const leaveUnusedModulesOut = () => ({
  name: 'leave-unused-modules-out',
  enforce: 'pre',
  load: (id) => (unused.test(id.replaceAll('\\', '/')) ? 'module.exports = {};' : undefined),
});
