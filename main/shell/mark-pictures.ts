import { nativeImage, type NativeImage } from 'electron';
import type { MarkPicture } from '../../app/contract/mark-picture.ts';
import type { Mark } from '../../app/surfaces/system-state.ts';
import { markBitmap } from './mark-bitmap.ts';

/** A person goes back and forth between a few; another is drawn anew. */
const mostKept = 16;

/** The marks that the window has drawn, in memory. Main says whose is shown; the page only draws. */
export class MarkPictures {
  readonly #kept = new Map<string, NativeImage>();
  readonly #onKept: () => void;

  constructor(onKept: () => void) {
    this.#onKept = onKept;
  }

  of(mark: Mark): NativeImage | undefined {
    return this.#kept.get(keyOf(mark));
  }

  keep(picture: MarkPicture): void {
    const image = imageOf(picture);
    if (image.isEmpty()) return;
    // macOS draws the icons of its menu bar in black or white, by their alpha.
    if (process.platform === 'darwin') image.setTemplateImage(true);
    const key = keyOf(picture);
    this.#kept.delete(key);
    this.#kept.set(key, image);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    this.#onKept();
  }
}

const imageOf = ({ layers }: MarkPicture): NativeImage => {
  const image = nativeImage.createEmpty();
  for (const { side, pixels } of layers) {
    const buffer = markBitmap(pixels, side);
    const scaleFactor = side / (layers[0]?.side ?? side);
    if (buffer) image.addRepresentation({ scaleFactor, width: side, height: side, buffer });
  }
  return image;
};

const keyOf = ({ initials, colour }: Mark): string => `${colour} ${initials}`;
