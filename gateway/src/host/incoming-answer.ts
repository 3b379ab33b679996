import type { ExchangeLimits } from './exchange-limits.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING_LIST = 0x5b;
const CLOSING_LIST = 0x5d;
const OPENING_OBJECT = 0x7b;
const CLOSING_OBJECT = 0x7d;

/**
 * Answers up to this size, in bytes, are not looked into: nested as deep as they can be, they cost `JSON.parse` a tenth
 * of a second, as one of some megabytes does that is not. One of 16 MB costs it seconds and half a gigabyte.
 */
const SMALL = 512 * 2 ** 10;

type AnswerLimits = Pick<ExchangeLimits, 'maxAnswerSize' | 'maxAnswerDepth'>;

/** The body of an answer while it comes, measured part by part: one over a limit is neither held nor parsed as a whole. */
export class IncomingAnswer {
  readonly #limits: AnswerLimits;
  readonly #parts: Buffer[] = [];
  #size = 0;
  #depth = 0;
  #isText = false;
  #isEscaped = false;

  constructor(limits: AnswerLimits) {
    this.#limits = limits;
  }

  /** Takes the next part, and says which limit the answer goes beyond with it; null for none. */
  take(part: Buffer): 'too large' | 'too deep' | null {
    const wasSmall = this.#size <= SMALL;
    this.#size += part.length;
    if (this.#size > this.#limits.maxAnswerSize) return 'too large';
    this.#parts.push(part);
    if (this.#size <= SMALL) return null;
    const unread = wasSmall ? this.#parts : [part];
    return unread.every((bytes) => this.#staysShallow(bytes)) ? null : 'too deep';
  }

  /** All that has come, as text. */
  text(): string {
    const [first, ...others] = this.#parts;
    const whole = first !== undefined && others.length === 0 ? first : Buffer.concat(this.#parts);
    return whole.toString('utf8');
  }

  /** Reads on; whether it is nested within its limit so far. That it is JSON at all is for the parser to see. */
  #staysShallow(bytes: Uint8Array): boolean {
    const { maxAnswerDepth } = this.#limits;
    let [depth, isText, isEscaped] = [this.#depth, this.#isText, this.#isEscaped];
    // An index, since an iterator takes three times as long, for every byte of every large answer.
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
      } else if (byte === QUOTE) isText = true;
      else if (byte === OPENING_LIST || byte === OPENING_OBJECT) {
        depth += 1;
        if (depth > maxAnswerDepth) return false;
      } else if (byte === CLOSING_LIST || byte === CLOSING_OBJECT) depth -= 1;
    }
    [this.#depth, this.#isText, this.#isEscaped] = [depth, isText, isEscaped];
    return true;
  }
}
