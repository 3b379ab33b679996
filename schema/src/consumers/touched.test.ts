import { describe, expect, it } from '@jest/globals';
import { Kind, buildSchema, parse } from 'graphql';
import type { Consumer } from './registry.js';
import { OperationUses } from './touched.js';

const SCHEMA = buildSchema(`
  type Query { patient(id: ID!, at: Place): Patient notes(of: NoteFilter): [Dated] }
  interface Dated { date: String }
  type Note implements Dated { date: String text: String }
  type Letter implements Dated { date: String }
  type Patient { name(in: Language): String status: Status hkid: String }
  input NoteFilter { period: Period text: String }
  input Period { start: String end: String }
  enum Language { EN ZH }
  enum Status { ALIVE DEAD }
  enum Place { HOME ABROAD }
`);

function touchedBy(text: string, coordinate: string): boolean {
  const document = parse(text);
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (definition === undefined) throw new Error('Expected an operation');
  const consumer: Consumer = {
    manifest: { team: 'desk', purpose: '', audience: 'patient', scopes: [], operations: [] },
    operations: [{ name: 'Asked', path: '', text, document, definition }],
    folder: '',
  };
  return new OperationUses([consumer], [SCHEMA]).touchedBy(coordinate).length > 0;
}

const PATIENT = 'query Asked { patient(id: "1") { name(in: EN) status } }';
const NOTES =
  'query Asked($of: NoteFilter) { notes(of: $of) { ...F } } fragment F on Dated { date }';

describe('an operation', () => {
  it.each([
    [PATIENT, 'Patient.name', 'a field that it selects'],
    [PATIENT, 'Patient', 'a record that it selects'],
    [PATIENT, 'Patient.name(in:)', 'an argument that it gives'],
    [PATIENT, 'Patient.name.style', 'a new argument of a field that it selects'],
    [PATIENT, 'Status.DEAD', 'a value of an enum that it selects'],
    [PATIENT, 'Language.EN', 'a value of an enum that it gives'],
    [NOTES, 'Period.start', 'a field within an input object that it gives'],
    [NOTES, 'Letter.date', 'a field of a type that it selects by its interface'],
    [NOTES, 'Dated.date', 'the field of the interface'],
  ])('%s is touched by a change at %s: %s', (text, coordinate) => {
    expect(touchedBy(text, coordinate)).toBe(true);
  });

  it.each([
    [PATIENT, 'Patient.hkid', 'a field that it does not select'],
    [PATIENT, 'Query.patient(at:)', 'an argument that it does not give'],
    [PATIENT, 'Place.HOME', 'an enum that it neither selects nor gives'],
    [PATIENT, 'Note', 'another record'],
    [NOTES, 'Note.text', 'a field of a type whose interface alone it selects'],
    [NOTES, 'Patient.name', 'a field of another record'],
  ])('%s is not touched by a change at %s: %s', (text, coordinate) => {
    expect(touchedBy(text, coordinate)).toBe(false);
  });
});
