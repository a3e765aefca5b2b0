const indent = '    ';

/** @param {string} line */
export const say = (line) => console.log(line);

/** @param {string} text */
export const indented = (text) => text.replace(/^(?=.)/gm, indent);

/**
 * Says what is done, does it, says how long it took. A live step shows lines of its own meanwhile.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} action
 * @param {{ isLive?: boolean, outcome?: (result: T) => string }} [options]
 * @returns {Promise<T>}
 */
export async function step(title, action, { isLive = false, outcome = () => 'done' } = {}) {
  const startedMs = performance.now();
  const duration = () => `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
  const end = isLive ? `${title}: ` : '';
  process.stdout.write(isLive ? `${title} …\n` : `${title} … `);
  try {
    const result = await action();
    say(`${end}${outcome(result)}, ${duration()}`);
    return result;
  } catch (error) {
    say(`${end}failed, ${duration()}`);
    throw error;
  }
}
