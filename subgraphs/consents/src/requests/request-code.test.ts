import { describe, expect, it } from '@jest/globals';
import { digestOfRequestCode, newRequestCode } from './request-code.js';

describe('a request code', () => {
  it('is twelve characters that cannot be taken for each other, in groups of four', () => {
    for (let n = 0; n < 100; n += 1) {
      expect(newRequestCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    }
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, newRequestCode)).size).toBe(1_000);
  });

  it.each([
    ['7kq2-9xtm-4hv1', 'in lower case'],
    ['7KQ29XTM4HV1', 'without hyphens'],
    [' 7KQ2 9XTM 4HVI ', 'with spaces and an I'],
    ['7KQ2-9XTM-4HVl', 'with an l'],
    ['７ＫＱ２－９ＸＴＭ－４ＨＶ１', 'in full width'],
  ])('is found as “%s”, %s', (text) => {
    expect(digestOfRequestCode(text)).toBe(digestOfRequestCode('7KQ2-9XTM-4HV1'));
  });

  it.each(['', '7KQ2-9XTM-4HV2', '7KQ2-9XTM-4HV', 'x'.repeat(10_000)])(
    'is not found as “%s”',
    (text) => {
      expect(digestOfRequestCode(text)).not.toBe(digestOfRequestCode('7KQ2-9XTM-4HV1'));
    },
  );
});
