import type { RenderedFrame } from './dicom/render-frame.js';

/** What is kept at most, in bytes: an image is read by pieces, and is not to be rendered for each of them. */
const MOST_BYTES = 256 * 2 ** 20;

/** The images that were rendered last. */
export class Rendered {
  readonly #kept = new Map<string, RenderedFrame>();
  #size = 0;

  /** What is kept under a key, or else is made and kept; null where nothing can be made. */
  get(key: string, make: () => RenderedFrame | null): RenderedFrame | null {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const made = make();
    if (made === null) return null;
    this.#kept.set(key, made);
    this.#size += made.bytes.length;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#size <= MOST_BYTES) break;
      this.#kept.delete(oldest);
      this.#size -= bytes.length;
    }
    return made;
  }
}
