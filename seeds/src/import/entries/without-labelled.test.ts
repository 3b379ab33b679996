import { describe, expect, it } from '@jest/globals';
import { withoutLabelledElements } from './without-labelled.js';

const label = {
  url: 'http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label',
  valueCoding: { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' },
};

describe('withoutLabelledElements', () => {
  it('drops what its source labelled by itself, and nothing else', () => {
    const open = { system: 'urn:invented', value: '1' };
    const labelled = { system: 'urn:invented:secret', value: '2', extension: [label] };
    const other = { url: 'urn:other', valueString: 'x' };
    expect(
      withoutLabelledElements({
        resourceType: 'Patient',
        identifier: [open, labelled],
        address: [{ city: 'Invented', extension: [other] }],
        maritalStatus: { text: 'x', extension: [label] },
      }),
    ).toEqual({
      resourceType: 'Patient',
      identifier: [open],
      address: [{ city: 'Invented', extension: [other] }],
    });
  });
});
