import { BoundedMap } from '@causeway/schema';
import type { RenderedFrame } from './dicom/render-frame.js';

/** What is kept at most, in bytes: an image is read by pieces, and is not to be rendered for each of them. */
const MOST_BYTES = 256 * 2 ** 20;

/** The images that were rendered last. */
export class Rendered {
  readonly #kept = new BoundedMap<string, RenderedFrame>({
    capacity: MOST_BYTES,
    sizeOf: ({ bytes }) => bytes.length,
  });

  /** What is kept under a key, or else is made and kept; null where nothing can be made. */
  get(key: string, make: () => RenderedFrame | null): RenderedFrame | null {
    const known = this.#kept.use(key);
    if (known !== undefined) return known;
    const made = make();
    if (made !== null) this.#kept.set(key, made);
    return made;
  }
}
