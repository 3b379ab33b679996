import { describe, expect, it } from '@jest/globals';
import { checkSupergraph } from '../check-supergraph.js';
import { composeUnchecked } from '../compose.js';
import { subgraphHeader } from '../directives.js';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('labels-survive-composition');
const QUERY = 'type Query { patient(id: ID! @patientId): Patient }';
const PATIENT = 'type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON")';
const ALLERGIES = `${PATIENT} { id: ID! allergies: [String] @consent(scope: "ALLERGY_ADR") }`;
const NAMES = `${QUERY} ${PATIENT} { id: ID! name: String }`;

describe('labels-survive-composition', () => {
  it('refuses labels that a subgraph did not compose, which composers drop without a word', () => {
    const header = subgraphHeader().replace('@composeDirective(name: "@consent")', '');
    expectErrors(
      `${header} ${QUERY} ${PATIENT} { id: ID! name: String }`,
      `${header} ${ALLERGIES.replace('type Patient', 'type Patient @domestic')}`,
    ).toEqual(['Patient: @domestic @subject(id: "id")', 'Patient.allergies: no label']);
  });

  it('refuses a label that composition put in the place of another', () => {
    const subgraphs = [NAMES, ALLERGIES].map((types, index) => ({
      name: `s${String(index)}`,
      url: 'http://subgraph.test',
      sdl: `${subgraphHeader()} ${types}`,
    }));
    const supergraph = composeUnchecked(subgraphs).replace('"ALLERGY_ADR"', '"PERSON"');
    expect(checkSupergraph({ subgraphs, supergraph })).toContainEqual({
      rule: 'labels-survive-composition',
      coordinate: 'Patient.allergies',
      expected: '@consent(scope: "ALLERGY_ADR"), as in the subgraphs',
      got: '@consent(scope: "PERSON")',
    });
  });

  it('takes labels that all arrived, of whatever directive names', () => {
    expectValid(NAMES, ALLERGIES);
    const renamed = (sdl: string): string =>
      `${subgraphHeader()} ${sdl}`
        .replaceAll('@consent', '@label')
        .replace('"@label"', '{ name: "@consent", as: "@label" }');
    expectValid(renamed(NAMES), renamed(ALLERGIES));
  });
});
