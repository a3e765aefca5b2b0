/** In percent, as browsers have them. */
const steps = [25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500];

export const fullSize = 100;

/** The next step; at the end it stays. */
export const zoomedBy = (percent: number, direction: 'in' | 'out'): number =>
  (direction === 'in' ? steps.find((step) => step > percent) : steps.findLast((step) => step < percent)) ??
  percent;
