import { describe, expect, it } from '@jest/globals';
import { clinicalDateOf, recordedDateOf } from './clinical-date-of.js';
import { observation, resource } from './testing/build-resource.js';

describe('clinicalDateOf', () => {
  it.each([
    ['AllergyIntolerance', { recordedDate: '2024', onsetDateTime: '2001' }, '2024'],
    ['Condition', { onsetDateTime: '2001-05' }, '2001-05'],
    ['Condition', { onsetPeriod: { start: '2001', end: '2002' } }, '2001'],
    ['Procedure', { performedPeriod: { start: '2020-01-01' } }, '2020-01-01'],
    ['MedicationRequest', { authoredOn: '2020-01-01T10:00:00-05:00' }, '2020-01-01T10:00:00-05:00'],
    ['MedicationDispense', { whenPrepared: '2019', whenHandedOver: '2020' }, '2020'],
    ['Encounter', { period: { start: '2020' } }, '2020'],
    ['Appointment', { start: '2020-01-01T10:00:00Z' }, '2020-01-01T10:00:00Z'],
    ['DocumentReference', { date: '2020-01-01T10:00:00Z' }, '2020-01-01T10:00:00Z'],
    ['Immunization', { occurrenceString: 'as a child', recorded: '2020' }, '2020'],
    ['Observation', { effectiveTiming: { event: ['2020', '2021'] } }, '2020'],
    ['DiagnosticReport', { issued: '2020-01-01T10:00:00Z' }, '2020-01-01T10:00:00Z'],
    ['ImagingStudy', { started: '2020' }, '2020'],
    ['ServiceRequest', { authoredOn: '2020' }, '2020'],
    ['Provenance', { recorded: '2020-01-01T10:00:00Z' }, '2020-01-01T10:00:00Z'],
  ])('reads the date of %s %j', (type, elements, expected) => {
    expect(clinicalDateOf(resource(type, elements))).toBe(expected);
  });

  it('falls back to the encounter’s start, then to the Provenance, then to nothing', () => {
    const undated = observation({ effectiveDateTime: undefined });
    const dates = { encounterStart: '2020-05', provenanceRecorded: '2021-01-01T00:00:00Z' };
    expect(clinicalDateOf(undated, dates)).toBe('2020-05');
    expect(clinicalDateOf(undated, { ...dates, encounterStart: null })).toBe(
      '2021-01-01T00:00:00Z',
    );
    expect(clinicalDateOf(undated)).toBeNull();
  });

  it('does not take an end, an age or a text for a date', () => {
    const condition = {
      onsetAge: { value: 40 },
      onsetPeriod: { end: '2020' },
      recordedDate: 'May',
    };
    expect(clinicalDateOf(resource('Condition', condition))).toBeNull();
  });

  it('keeps precision and offset as written', () => {
    const late = observation({ effectiveDateTime: '2024-03-01T23:30:00-05:00' });
    expect(clinicalDateOf(late)).toBe('2024-03-01T23:30:00-05:00');
  });
});

describe('recordedDateOf', () => {
  it('reads when the record was made, not when it happened', () => {
    const value = observation({ issued: '2024-03-02T00:00:00Z' });
    expect(recordedDateOf(value)).toBe('2024-03-02T00:00:00Z');
    expect(recordedDateOf(observation())).toBeNull();
  });
});
