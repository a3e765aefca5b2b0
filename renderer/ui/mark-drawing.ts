import { identities, type IdentityColour } from './identities.ts';

export interface DrawnMark {
  readonly initials: string;
  readonly colour: IdentityColour;
  readonly side: number;
  /** `cutOut`: one colour, the initials let what is behind through. */
  readonly look: 'coloured' | 'cutOut';
  readonly fontFamily: string;
}

/** As in identity.css, of the side. */
const radii = { round: 0.5, cut: 0.16 };

/** Nothing of the initials comes nearer to the edges than this leaves, of the side. */
const text = { width: 0.8, height: 0.58, weight: 700 };

type Corner = keyof typeof radii;
const isCorner = (word: string): word is Corner => word in radii;

/** Draws silhouette and initials and gives their pixels, four bytes each; undefined where there is no canvas. */
export const drawMark = ({ initials, colour, side, look, fontFamily }: DrawnMark): ImageData | undefined => {
  const identity = identities[colour];
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  const corners = identity.corners.split(' ').filter(isCorner);
  context.beginPath();
  context.roundRect(
    0,
    0,
    side,
    side,
    corners.map((corner) => radii[corner] * side),
  );
  context.fillStyle = look === 'cutOut' ? '#000000' : `oklch(${identity.fill.join(' ')})`;
  context.fill();
  if (look === 'cutOut') context.globalCompositeOperation = 'destination-out';
  context.fillStyle = look === 'cutOut' ? '#000000' : identity.ink;
  context.textAlign = 'center';
  const font = (pixels: number) => `${text.weight} ${pixels}px ${fontFamily}`;
  context.font = font(side);
  const wide = context.measureText(initials);
  const tall = wide.actualBoundingBoxAscent + wide.actualBoundingBoxDescent;
  const scale = Math.min((text.width * side) / wide.width, (text.height * side) / tall);
  context.font = font(side * scale);
  const { actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent } =
    context.measureText(initials);
  context.fillText(initials, side / 2, (side + ascent - descent) / 2);
  return context.getImageData(0, 0, side, side);
};
