import { describe, expect, it } from '@jest/globals';
import { permit } from '../enforcement/testing/records.js';
import { Intentions } from './intentions.js';

const deposit = (patient = 'chan') => permit({ action: 'DEPOSIT', patient });

/** Intentions whose records are seen; each is taken or not, as told. */
function noting(take: () => void = () => undefined) {
  const taken: string[] = [];
  const intentions = new Intentions((permits) => {
    taken.push(permits.map(({ patient }) => patient).join(' '));
    return Promise.resolve().then(take);
  });
  return { taken, intentions };
}

describe('the intention to deposit', () => {
  it('is on record once for each patient', async () => {
    const { taken, intentions } = noting();
    expect(await intentions.record([deposit(), deposit('wong'), deposit()])).toBe(true);
    expect(await intentions.record([deposit('wong')])).toBe(false);
    expect(await intentions.record([deposit('lee'), deposit()])).toBe(true);
    expect(taken).toEqual(['chan wong', 'lee']);
  });

  it.each(['READ', 'AUTHORISE', 'EMERGENCY'] as const)('is none under %s', async (action) => {
    const { taken, intentions } = noting();
    expect(await intentions.record([permit({ action })])).toBe(false);
    expect(taken).toEqual([]);
  });

  it('that was not taken is not taken for one on record', async () => {
    let isDown = true;
    const { taken, intentions } = noting(() => {
      if (isDown) throw new Error('down');
    });
    await expect(intentions.record([deposit()])).rejects.toThrow('down');
    isDown = false;
    expect(await intentions.record([deposit()])).toBe(true);
    expect(taken).toEqual(['chan', 'chan']);
  });
});
