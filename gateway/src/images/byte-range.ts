/**
 * A single range of bytes that a request asks for.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-14
 */

/** The bytes to be sent: from `start` up to, not including, `end`. */
export type ByteRange =
  | { readonly kind: 'WHOLE'; readonly start: number; readonly end: number }
  | { readonly kind: 'PART'; readonly start: number; readonly end: number }
  | { readonly kind: 'UNSATISFIABLE' };

/** What of so many bytes a `Range` header asks for; all of them where it is none of one range of bytes. */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const whole: ByteRange = { kind: 'WHOLE', start: 0, end: size };
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return whole;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0
      ? { kind: 'UNSATISFIABLE' }
      : { kind: 'PART', start: size - length, end: size };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return whole;
  if (start >= size) return { kind: 'UNSATISFIABLE' };
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  return { kind: 'PART', start, end };
}
