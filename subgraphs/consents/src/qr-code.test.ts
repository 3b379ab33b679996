import { describe, expect, it } from '@jest/globals';
import { qrCode } from './qr-code.js';

describe('qrCode', () => {
  it('draws a text as an SVG document of its own, without script or reference', () => {
    const svg = qrCode('7KQ2-9XTM-4HVD');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"[^>]*>.*<\/svg>$/s);
    expect(svg).not.toMatch(/<script|href|7KQ2/);
  });

  it('draws other texts otherwise, and the same text alike', () => {
    expect(qrCode('one')).toBe(qrCode('one'));
    expect(qrCode('one')).not.toBe(qrCode('other'));
  });

  it('takes a link as long as secure links are', () => {
    expect(qrCode(`https://causeway.example/link#shlink:/${'A'.repeat(400)}`)).toContain('<svg');
  });
});
