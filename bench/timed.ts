/** How long some work takes, a number of times, in milliseconds. */
export const timed = async (count: number, work: (turn: number) => unknown): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const startedAtMs = performance.now();
    await work(turn);
    times.push(performance.now() - startedAtMs);
  }
  return times;
};
