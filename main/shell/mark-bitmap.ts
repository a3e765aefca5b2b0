const channels = 4;

/**
 * Pixels of a canvas as Electron takes a bitmap: blue, green, red, alpha, each colour multiplied by alpha. Undefined
 * where they are not as many as a square of that side has.
 */
export const markBitmap = (base64: string, side: number): Buffer | undefined => {
  const bitmap = Buffer.from(base64, 'base64');
  if (bitmap.length !== side * side * channels) return undefined;
  for (let at = 0; at < bitmap.length; at += channels) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = bitmap.subarray(at, at + channels);
    bitmap[at] = multiplied(blue, alpha);
    bitmap[at + 1] = multiplied(green, alpha);
    bitmap[at + 2] = multiplied(red, alpha);
  }
  return bitmap;
};

const multiplied = (colour: number, alpha: number): number => Math.round((colour * alpha) / 255);
