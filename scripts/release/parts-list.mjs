/**
 * A list of parts (CycloneDX) with nothing in it but what is published.
 * @param {PartsList} all what npm makes of the lock file: every package that building and testing takes
 * @param {readonly { name: string, version: string }[]} published
 * @returns {PartsList}
 * @see https://cyclonedx.org/docs/1.5/json/
 *
 * @typedef {object} Part
 * @property {string} bom-ref
 * @property {string} name with its scope
 * @property {string} version
 * @property {string} [scope]
 *
 * @typedef {object} PartsList
 * @property {{ component: Part }} metadata
 * @property {Part[]} components
 * @property {{ ref: string, dependsOn?: string[] }[]} dependencies
 */
export function partsListOf(all, published) {
  const wanted = new Set(published.map(({ name, version }) => `${name}@${version}`));
  /** @type {Map<string, Part>} one per name and version: the lock file may place a package more than once */
  const parts = new Map();
  for (const part of all.components) {
    const key = `${part.name}@${part.version}`;
    if (wanted.has(key) && !parts.has(key)) parts.set(key, part);
  }
  const missing = [...wanted].filter((key) => !parts.has(key));
  if (missing.length > 0) throw new Error(`The lock file does not name ${missing.join(', ')}.`);
  // To npm they are dependencies of the development only; here they are all that runs.
  const components = [...parts.values()].map((part) => ({ ...part, scope: 'required', properties: [] }));
  const refs = new Set(components.map((part) => part['bom-ref']));
  const app = all.metadata.component['bom-ref'];
  return {
    ...all,
    components,
    dependencies: [
      { ref: app, dependsOn: [...refs] },
      ...all.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
    ],
  };
}
