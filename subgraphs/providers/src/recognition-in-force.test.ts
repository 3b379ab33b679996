import { describe, expect, it } from '@jest/globals';
import { recognitionInForce } from './recognition-in-force.js';

const recognition = (
  id: string,
  status: Parameters<typeof recognitionInForce>[0][0]['status'],
  validFrom: number,
) => ({
  id,
  status,
  validFrom,
});

describe('recognitionInForce', () => {
  it('is the one that stands, however old, beside a newer application', () => {
    const standing = recognition('a', 'SUSPENDED', 1);
    expect(
      recognitionInForce([
        recognition('b', 'APPLIED', 9),
        standing,
        recognition('c', 'REFUSED', 8),
      ]),
    ).toBe(standing);
  });

  it('is the one that changed last where none stands', () => {
    const last = recognition('b', 'CANCELLED', 2);
    expect(recognitionInForce([recognition('a', 'EXPIRED', 1), last])).toBe(last);
  });

  it('is the first by id of two that changed at once', () => {
    const first = recognition('a', 'REFUSED', 1);
    expect(recognitionInForce([recognition('b', 'APPLIED', 1), first])).toBe(first);
  });

  it('is null for a subject without any', () => {
    expect(recognitionInForce([])).toBeNull();
  });
});
