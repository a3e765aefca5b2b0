import type { CSSProperties } from 'react';

export interface Identity {
  /** Lightness, chroma and hue in OKLCH. */
  readonly fill: readonly [number, number, number];
  /** The colour of text on the fill, at 4.5 to 1 or more. */
  readonly ink: string;
  /** Top left, top right, bottom right, bottom left, each `round` or `cut`. */
  readonly corners: string;
}

/**
 * The twelve identities. Each has a colour and a silhouette, so that no two are alike in grey. Dark and light
 * fills alternate; lightness and hue were chosen together to keep all twelve as far apart as they go for
 * protan and deutan eyes.
 */
export const identities: readonly Identity[] = [
  { fill: [0.465, 0.187, 261], ink: '#ffffff', corners: 'round round round cut' },
  { fill: [0.848, 0.169, 88], ink: '#241a00', corners: 'round cut round cut' },
  { fill: [0.484, 0.112, 154], ink: '#ffffff', corners: 'round round cut cut' },
  { fill: [0.731, 0.115, 32], ink: '#2b0a00', corners: 'cut round round round' },
  { fill: [0.406, 0.154, 328], ink: '#ffffff', corners: 'round round round round' },
  { fill: [0.857, 0.09, 219], ink: '#00202e', corners: 'cut cut round round' },
  { fill: [0.557, 0.185, 15], ink: '#ffffff', corners: 'cut round cut round' },
  { fill: [0.896, 0.15, 134], ink: '#142400', corners: 'round round cut round' },
  { fill: [0.401, 0.085, 60], ink: '#ffffff', corners: 'round cut cut round' },
  { fill: [0.745, 0.1, 294], ink: '#1c0a35', corners: 'cut cut cut cut' },
  { fill: [0.546, 0.073, 218], ink: '#ffffff', corners: 'cut round round cut' },
  { fill: [0.853, 0.072, 16], ink: '#38001a', corners: 'round cut round round' },
];

/** `--round` and `--cut` are sizes that each surface sets for itself. */
const styles = identities.map(({ fill, ink, corners }): CSSProperties => ({
  '--identity-fill': `oklch(${fill.join(' ')})`,
  '--identity-ink': ink,
  '--corners': corners.replaceAll(/\w+/gu, 'var(--$&)'),
}));

/** Props of an element that wears the identity of an account, or of nobody. */
export const wearing = (
  colour: number | undefined,
): { readonly 'data-identity'?: number; readonly style?: CSSProperties | undefined } =>
  colour === undefined ? {} : { 'data-identity': colour, style: styles[colour % styles.length] };
