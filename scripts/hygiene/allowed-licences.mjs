/** What is in the package may only be under these: no duty but to name the authors. SPDX names. */
const shipped = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'OFL-1.1',
];

/** Tools that stay on the developer's computer may also be under these. */
const usedOnly = ['MPL-2.0', 'CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'WTFPL'];

/** @param {string} licence an SPDX expression */
export const mayShip = (licence) => isAllowed(licence, shipped);

/** @param {string} licence an SPDX expression */
export const mayBeUsed = (licence) => isAllowed(licence, [...shipped, ...usedOnly]);

/**
 * Of alternatives one is enough; of a conjunction all are needed.
 * @param {string} licence
 * @param {readonly string[]} allowed
 */
function isAllowed(licence, allowed) {
  const alternatives = licence.replaceAll(/[()]/gu, '').split(' OR ');
  return alternatives.some((one) => one.split(' AND ').every((name) => allowed.includes(name)));
}
