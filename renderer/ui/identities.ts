import type { CSSProperties } from 'react';
import type { UserView } from '../../app/contract/views.ts';

export type IdentityColour = UserView['colour'];

export interface Identity {
  /** Lightness, chroma and hue in OKLCH. */
  readonly fill: readonly [number, number, number];
  /** The colour of text on the fill, at 4.5 to 1 or more. */
  readonly ink: string;
  /** Top left, top right, bottom right, bottom left, each `round` or `cut`. */
  readonly corners: string;
}

/**
 * The identities. Each of the first twelve has a colour and a silhouette, so that no two are alike in grey. Dark and
 * light fills alternate; lightness and hue were chosen together to keep all twelve as far apart as they go for
 * protan and deutan eyes. The one that warns has a sign and a word beside it wherever it is shown, and stripes.
 */
export const identities: Readonly<Record<IdentityColour, Identity>> = {
  blue: { fill: [0.465, 0.187, 261], ink: '#ffffff', corners: 'round round round cut' },
  yellow: { fill: [0.848, 0.169, 88], ink: '#241a00', corners: 'round cut round cut' },
  green: { fill: [0.484, 0.112, 154], ink: '#ffffff', corners: 'round round cut cut' },
  coral: { fill: [0.731, 0.115, 32], ink: '#2b0a00', corners: 'cut round round round' },
  purple: { fill: [0.406, 0.154, 328], ink: '#ffffff', corners: 'round round round round' },
  sky: { fill: [0.857, 0.09, 219], ink: '#00202e', corners: 'cut cut round round' },
  raspberry: { fill: [0.557, 0.185, 15], ink: '#ffffff', corners: 'cut round cut round' },
  lime: { fill: [0.896, 0.15, 134], ink: '#142400', corners: 'round round cut round' },
  brown: { fill: [0.401, 0.085, 60], ink: '#ffffff', corners: 'round cut cut round' },
  lavender: { fill: [0.745, 0.1, 294], ink: '#1c0a35', corners: 'cut cut cut cut' },
  teal: { fill: [0.546, 0.073, 218], ink: '#ffffff', corners: 'cut round round cut' },
  pink: { fill: [0.853, 0.072, 16], ink: '#38001a', corners: 'round cut round round' },
  production: { fill: [0.66, 0.16, 56], ink: '#1a0c00', corners: 'cut cut cut round' },
};

/** `--round` and `--cut` are sizes that each surface sets for itself. */
const styles = new Map(
  Object.entries(identities).map(([colour, { fill, ink, corners }]): readonly [string, CSSProperties] => [
    colour,
    {
      '--identity-fill': `oklch(${fill.join(' ')})`,
      '--identity-ink': ink,
      '--corners': corners.replaceAll(/\w+/gu, 'var(--$&)'),
    },
  ]),
);

/** Props of an element that wears the identity of an account, or of nobody. */
export const wearing = (
  colour: IdentityColour | undefined,
): { readonly 'data-identity'?: IdentityColour; readonly style?: CSSProperties | undefined } =>
  colour === undefined ? {} : { 'data-identity': colour, style: styles.get(colour) };
