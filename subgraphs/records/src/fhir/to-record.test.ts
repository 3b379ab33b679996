import { describe, expect, it } from '@jest/globals';
import type { Element } from './elements.js';
import { LOINC, concept, observation, resource } from './testing/build-resource.js';
import { toRecord } from './to-record.js';
import type { Target } from './target.js';

const TARGETS: Readonly<Record<string, Target>> = {
  'Patient/invented': { type: 'Patient', id: 'p-1' },
  'Encounter/e': { type: 'Encounter', id: 'r-encounter' },
  'Observation/a': { type: 'Observation', id: 'r-a' },
  'Observation/b': { type: 'Observation', id: 'r-b' },
  'Organization/o': { type: 'Organization', id: 'o-1' },
  'PractitionerRole/d': { type: 'PractitionerRole', id: 'd-1', organization: 'o-2' },
};

const context = {
  id: 'r-1',
  patient: 'p-1',
  sourceNamespace: 'urn:invented',
  sourceId: 'Observation/invented-heart-rate',
  sourceJurisdiction: 'HK',
  resolve: ({ reference }: Element) => TARGETS[String(reference)] ?? null,
};

describe('toRecord', () => {
  it('keeps what decisions and filters read beside the resource', () => {
    const record = toRecord(observation({ encounter: { reference: 'Encounter/e' } }), context);
    expect(record).toMatchObject({
      id: 'r-1',
      type: 'Observation',
      patient: 'p-1',
      category: 'OBS_LIFESTYLE',
      clinicalDate: '2024-03-01T09:30:00+08:00',
      encounter: 'r-encounter',
      status: 'final',
      links: [{ element: 'encounter', position: 0, target: 'r-encounter' }],
    });
    expect(record?.codes).toContainEqual({ element: 'code', system: LOINC, code: '8867-4' });
  });

  it('replaces references that resolve and keeps the others as written', () => {
    const unresolved = { reference: 'Practitioner/unknown', display: 'Dr Invented' };
    const record = toRecord(
      observation({
        performer: [unresolved, { reference: 'Organization/o', display: 'Invented Clinic' }],
      }),
      context,
    );
    expect(record?.content).toMatchObject({
      id: 'r-1',
      subject: { reference: 'Patient/p-1' },
      performer: [unresolved, { reference: 'Organization/o-1', display: 'Invented Clinic' }],
    });
    expect(record?.authorOrganization).toBe('o-1');
  });

  it('does not repeat what a reference to a record or a person displays of it', () => {
    const report = resource('DiagnosticReport', {
      status: 'final',
      code: concept(LOINC, '58410-2'),
      subject: {
        reference: 'Patient/invented',
        display: 'Invented Person',
        identifier: { value: '1' },
      },
      result: [
        { reference: 'Observation/a', display: 'A sensitive result' },
        { reference: 'Observation/b' },
      ],
    });
    const record = toRecord(report, context);
    expect(record?.content['subject']).toEqual({ reference: 'Patient/p-1' });
    expect(record?.content['result']).toEqual([
      { reference: 'Observation/r-a' },
      { reference: 'Observation/r-b' },
    ]);
    expect(record?.links).toEqual([
      { element: 'result', position: 0, target: 'r-a' },
      { element: 'result', position: 1, target: 'r-b' },
    ]);
  });

  it('gives links of lists within lists positions of their own', () => {
    const detail = [{ reference: 'Observation/a' }, { reference: 'Observation/b' }];
    const condition = resource('Condition', { evidence: [{ detail }] });
    const positions = toRecord(condition, context)?.links.map(({ position }) => position);
    expect(positions).toEqual([0, 1]);
  });

  it.each([
    ['a role’s organisation', { reference: 'PractitionerRole/d' }, 'o-2', 'd-1'],
    ['the encounter’s, where nobody is named', { display: 'somebody' }, 'o-9', null],
  ])('finds the author organisation: %s', (_, performer, organization, role) => {
    const record = toRecord(observation({ performer: [performer] }), {
      ...context,
      encounterOrganization: 'o-9',
    });
    expect(record).toMatchObject({ authorOrganization: organization, authorRole: role });
  });

  it('drops generated narrative and keeps other narrative as plain text', () => {
    const narrative = (status: string): Readonly<Record<string, unknown>> => ({
      text: { status, div: '<div><script>alert(1)</script><b>Said</b> &amp; done &lt;b&gt;</div>' },
    });
    expect(toRecord(observation(narrative('generated')), context)?.content['text']).toBeUndefined();
    expect(toRecord(observation(narrative('additional')), context)?.content['text']).toEqual({
      status: 'additional',
      div: 'Said & done b',
    });
  });

  it('strips white space from base64 data', () => {
    const attachment = { contentType: 'text/plain', data: 'aGVs\r\nbG8=' };
    const note = resource('DocumentReference', { status: 'current', content: [{ attachment }] });
    expect(toRecord(note, context)?.content).toMatchObject({
      content: [{ attachment: { data: 'aGVsbG8=' } }],
    });
  });

  it('takes the category of its context where it has none of its own, and is no record without any', () => {
    const plain = observation({ category: undefined, code: { text: 'x' } });
    expect(toRecord(plain, { ...context, category: 'LAB_REPORT' })?.category).toBe('LAB_REPORT');
    expect(toRecord(plain, context)).toBeNull();
  });

  it.each([
    ['entered-in-error', { verificationStatus: concept('urn:v', 'entered-in-error') }],
    [
      'refuted',
      {
        verificationStatus: concept('urn:v', 'refuted'),
        clinicalStatus: concept('urn:c', 'active'),
      },
    ],
    [
      'active',
      {
        verificationStatus: concept('urn:v', 'confirmed'),
        clinicalStatus: concept('urn:c', 'active'),
      },
    ],
    ['confirmed', { verificationStatus: concept('urn:v', 'confirmed') }],
  ])('reads the status %s of a condition', (status, elements) => {
    expect(toRecord(resource('Condition', elements), context)?.status).toBe(status);
  });
});
