import { describe, expect, it } from '@jest/globals';
import { mainlandIdCheckCharacter } from './mainland-id.js';
import { parseResidencePermit } from './residence-permit.js';

const permit = (area: string): string => {
  const body = `${area}19500101000`;
  return `${body}${mainlandIdCheckCharacter(body)}`;
};

describe('parseResidencePermit', () => {
  it('reads the published invented number', () => {
    expect(parseResidencePermit('810000195001010002')).toEqual({
      number: '810000195001010002',
      origin: 'HK',
    });
  });

  it.each([
    ['810000', 'HK'],
    ['820000', 'MO'],
    ['830000', 'TW'],
  ])('tells by area %s that its holder is of %s', (area, origin) => {
    expect(parseResidencePermit(permit(area))?.origin).toBe(origin);
  });

  it('refuses a Mainland identity number of another area', () => {
    expect(parseResidencePermit('11010519491231002X')).toBeNull();
  });

  it('refuses a wrong check character', () => {
    expect(parseResidencePermit('810000195001010003')).toBeNull();
  });
});
