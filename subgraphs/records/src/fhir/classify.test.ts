import { describe, expect, it } from '@jest/globals';
import { confidentialityOf } from '@causeway/schema';
import type { SecurityLabel } from '../tables.js';
import { classify } from './classify.js';
import { LOINC, SNOMED, concept, observation, resource } from './testing/build-resource.js';
import type { Resource } from './resource.js';

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const INLINE =
  'http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label';

const label = (code: string, system = CONFIDENTIALITY): SecurityLabel => ({ system, code });

/** The level, or UNCLASSIFIED, and the sensitivities of a resource. */
function levelOf(labels: readonly SecurityLabel[]): string {
  const isClassified = labels.some(({ system }) => system === CONFIDENTIALITY);
  return isClassified ? confidentialityOf(labels) : 'UNCLASSIFIED';
}

const sensitivitiesOf = (value: Resource): (string | null)[] =>
  classify(value)
    .filter(({ system }) => system === ACT_CODE)
    .map(({ code }) => code);

describe('classify by value sets', () => {
  it.each([
    ['a well-formed LOINC code in no set', observation(), 'N'],
    ['an ICD-10 code in no set', condition('http://hl7.org/fhir/sid/icd-10', 'I10'), 'N'],
    ['an HIV test', observation({ code: concept(LOINC, '55277-8') }), 'R'],
    ['a range of ICD-10', condition('http://hl7.org/fhir/sid/icd-10', 'F32.1'), 'R'],
    [
      'an edition of ICD-10',
      condition('http://example.org/CodeSystem/icd-10-cm-2021-tw', 'B20'),
      'R',
    ],
    ['a prefix of ATC', medication('http://www.whocc.no/atc', 'J05AR10'), 'R'],
    ['partner abuse', condition(SNOMED, '706893006'), 'R'],
    ['a local code', observation({ code: concept('urn:oid:1.2.3', 'X1') }), 'UNCLASSIFIED'],
    ['text alone', observation({ code: { text: 'Something' } }), 'UNCLASSIFIED'],
    ['no concept at all', resource('Encounter', { status: 'finished' }), 'UNCLASSIFIED'],
    [
      'another system’s id filed under LOINC',
      observation({ code: concept(LOINC, '5089AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Weight') }),
      'UNCLASSIFIED',
    ],
    [
      'a LOINC code with a wrong check digit',
      observation({ code: concept(LOINC, '8867-5') }),
      'UNCLASSIFIED',
    ],
    ['a SNOMED CT id with a wrong check digit', condition(SNOMED, '38341004'), 'UNCLASSIFIED'],
    [
      'a second concept that nothing is known of',
      observation({ valueCodeableConcept: concept('urn:oid:1.2.3', 'X1') }),
      'UNCLASSIFIED',
    ],
  ])('%s', (_, value, expected) => {
    expect(levelOf(classify(value))).toBe(expected);
  });

  it.each([
    ['a display', observation({ code: concept(LOINC, '856AAAA', 'HIV viral load') }), ['HIV']],
    [
      'a note',
      observation({ note: [{ text: 'Patient reports heroin use' }] }),
      ['ETH', 'SUD', 'BH'],
    ],
    ['Traditional Chinese', condition('urn:local', 'a', '抑鬱症'), ['PSY', 'BH']],
    ['Simplified Chinese', condition('urn:local', 'a', '人工流产'), ['SEX']],
    [
      'a reference’s display',
      resource('Encounter', { diagnosis: [{ condition: { display: 'Victim of violence' } }] }),
      ['SDV'],
    ],
  ])('is restricted by words that codes miss: %s', (_, value, codes) => {
    expect(levelOf(classify(value))).toBe('R');
    expect(sensitivitiesOf(value)).toEqual(codes);
  });

  it.each([['Hives'], ['ST segment depression'], ['Hearing aids']])('lets “%s” pass', (display) => {
    const code = concept(SNOMED, '38341003', display);
    expect(levelOf(classify(resource('Condition', { code })))).toBe('N');
  });
});

describe('classify by the source’s labels', () => {
  it.each([
    ['normal over a sensitive code', [label('N')], 'N'],
    ['very restricted', [label('V')], 'V'],
    ['conflicting labels', [label('N'), label('V')], 'V'],
    ['a sensitivity alone', [label('HIV', ACT_CODE)], 'R'],
    ['a sensitivity against normal', [label('N'), label('PSY', ACT_CODE)], 'R'],
    ['a label of a system of the source’s own', [label('ABORTION', 'urn:source')], 'R'],
    [
      'a mark of test data',
      [label('HTEST', 'http://terminology.hl7.org/CodeSystem/v3-ActReason')],
      'UNCLASSIFIED',
    ],
    [
      'inline labels of which none is read',
      [label('N'), label('PROCESSINLINELABEL', ACT_CODE)],
      'R',
    ],
    ['a handling caveat', [label('PERSISTLABEL', ACT_CODE)], 'UNCLASSIFIED'],
  ])('%s', (_, security, expected) => {
    const code = expected === 'UNCLASSIFIED' ? { text: 'Something' } : concept(LOINC, '55277-8');
    expect(levelOf(classify(observation({ code, meta: { security } })))).toBe(expected);
  });

  it('keeps what the source wrote, beside what was computed', () => {
    const security = [{ ...label('HTEST', 'http://terminology.hl7.org/CodeSystem/v3-ActReason') }];
    expect(classify(observation({ meta: { security } }))).toEqual([...security, label('N')]);
  });

  it('counts a label on one element for the whole record', () => {
    const extension = [{ url: INLINE, valueCoding: label('V') }];
    expect(levelOf(classify(observation({ component: [{ extension }] })))).toBe('V');
  });

  it('counts the bundle’s label where the resource has no confidentiality of its own', () => {
    const bundleLabels = [label('R')];
    expect(levelOf(classify(observation(), { bundleLabels }))).toBe('R');
    const labelled = observation({ meta: { security: [label('N')] } });
    expect(levelOf(classify(labelled, { bundleLabels }))).toBe('N');
  });
});

describe('classify of free text', () => {
  const note = resource('DocumentReference', { type: concept(LOINC, '34117-2') });

  it.each([
    ['normal records only', [[label('N')], [label('N')]], 'N'],
    ['a restricted one', [[label('N')], [label('R'), label('HIV', ACT_CODE)]], 'R'],
    ['a very restricted one', [[label('V')], [label('R')]], 'V'],
    ['an unclassified one', [[label('N')], []], 'UNCLASSIFIED'],
    ['nothing that is known', [], 'UNCLASSIFIED'],
  ])('follows the most sensitive thing it accompanies: %s', (_, accompanied, expected) => {
    expect(levelOf(classify(note, { accompanied }))).toBe(expected);
  });

  it('takes over the sensitivities of what it accompanies', () => {
    const accompanied = [[label('R'), label('HIV', ACT_CODE)]];
    expect(classify(note, { accompanied })).toContainEqual(label('HIV', ACT_CODE));
  });

  it('is restricted by its own words', () => {
    const data = Buffer.from('He has been treated for alcohol dependence.').toString('base64');
    const content = [{ attachment: { contentType: 'text/plain', data } }];
    const accompanied = [[label('N')]];
    expect(levelOf(classify({ ...note, content }, { accompanied }))).toBe('R');
  });
});

function condition(system: string, code: string, display?: string): Resource {
  return resource('Condition', { code: concept(system, code, display) });
}

function medication(system: string, code: string): Resource {
  return resource('MedicationRequest', { medicationCodeableConcept: concept(system, code) });
}
