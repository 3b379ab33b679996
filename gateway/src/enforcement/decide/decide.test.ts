import { CONDITION_KINDS } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { DECISION_GATES } from './decide.js';

/** What is decided, case by case, stands in the decision matrix. */
describe('decide', () => {
  it('has its gates in the order of the decision algorithm', () => {
    expect(DECISION_GATES.map(({ gate }) => gate)).toEqual([
      'CALLER',
      'PRACTITIONER_ROLE',
      'ORGANIZATION',
      'PURPOSE',
      'JOINING',
      'RELATION',
      'CONSENT',
      'CATEGORY',
      'DATA_PERIOD',
      'PROVISION',
      'LABEL',
      'OBLIGATION',
    ]);
  });

  it('understands every kind of condition there is, and no other', () => {
    expect([...CONDITION_KINDS].sort()).toEqual(
      [
        'ALLOWED_SCOPES',
        'ALLOWED_PURPOSES',
        'MAX_LOOKBACK',
        'VALIDITY_PERIOD',
        'READ_ALLOWED',
        'DEPOSIT_ALLOWED',
        'DEPOSIT_DUTY',
        'NO_IMAGE_DOWNLOAD',
        'NO_RESTRICTED_LABEL',
        'MAX_GRANT_DURATION',
        'DESIGNATED_CLIENT',
        'NAMED_LOCATIONS',
        'PRACTITIONER_ROLES',
        'GBA_ONLY',
      ].sort(),
    );
  });
});
