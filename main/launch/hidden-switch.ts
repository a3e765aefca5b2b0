/** The switch that a start at login has: the window waits until it is asked for. */
export const hiddenSwitch = '--hidden';
