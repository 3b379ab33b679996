import { describe, expect, it } from '@jest/globals';
import { NO_REQUIREMENT } from '@causeway/schema';
import type { FieldRequirement, Labels, RootField, Scope, TypeLabel } from '@causeway/schema';
import { Kind, buildSchema, print } from 'graphql';
import type { FieldNode } from 'graphql';
import { ANY_PERMIT, AT_HOME, LabelAnnotations } from './annotations.js';
import { roleDemand } from './roles.js';
import { recordLabel, selection } from './testing/records.js';

const SCHEMA = buildSchema(`
  type Query { patient(id: ID!): Patient me: Patient myPatients: [Patient!] organization(id: ID!): Organization }
  type Mutation { revoke(id: ID!): Report }
  type Subscription { news: String }
  type Patient { id: ID! hkid: String reports(restricted: Boolean, first: Int): ReportConnection kin: Kin }
  type ReportConnection { totalCount: Int! edges: [Report] }
  type Report { id: ID! patient: Patient category: String date: String conclusion: String staff: String
    reason: Reason about: About former: [Report] }
  type Encounter { id: ID! subject: Patient length: String reason: String }
  type Reason { text: String next: Reason }
  type About { reason: Reason link: Link }
  type Link { any: Any }
  union Any = Kin | Report
  type Kin { id: ID! name: String patient: Patient }
  type Organization { id: ID! name: String audit: String }
`);

const requires = (scopes: readonly Scope[], domestic = false): FieldRequirement => ({
  scopes,
  domestic,
});

const TYPES: Readonly<Record<string, TypeLabel>> = {
  Patient: recordLabel({ id: 'id' }, { scopes: ['PERSON'] }),
  Report: recordLabel({ id: 'patient { id }', category: 'category', date: 'date' }),
  Kin: recordLabel(
    { id: 'patient { id }', party: '... on Kin { id }' },
    { scopes: ['PERSON'], domestic: true },
  ),
  Encounter: recordLabel({ id: 'subject { id }' }, { scopes: ['ENCOUNTER'] }),
  ReportConnection: { kind: 'value' },
  Reason: { kind: 'value' },
  About: { kind: 'value' },
  Link: { kind: 'value' },
  Organization: { kind: 'open', keys: new Set(['id']) },
};

const FIELDS: Readonly<Record<string, FieldRequirement>> = {
  'Patient.hkid': requires(['PERSON'], true),
  'Patient.reports': requires(['LAB_REPORT']),
  'Report.category': requires(['LAB_REPORT']),
  'Report.staff': requires([], true),
  'Report.reason': requires(['DIAGNOSIS', 'PERSON'], true),
  'Report.about': requires(['DIAGNOSIS']),
  'Report.former': requires(['DIAGNOSIS']),
  'Encounter.length': requires(['ENCOUNTER']),
  'Encounter.reason': requires(['ENCOUNTER', 'DIAGNOSIS']),
};

const ROOTS: Readonly<Record<string, RootField>> = {
  patient: { kind: 'patientId', argument: ['id'], action: 'READ' },
  me: { kind: 'token' },
  myPatients: { kind: 'unnamed' },
  organization: { kind: 'open' },
};

const LABELS: Labels = {
  type: (name) => TYPES[name],
  field: (type, field) => FIELDS[`${type}.${field}`] ?? NO_REQUIREMENT,
  argument: (_type, _field, argument) =>
    argument === 'restricted' ? requires(['BIRTH']) : NO_REQUIREMENT,
  inputField: () => NO_REQUIREMENT,
  root: (operation, field) =>
    operation === 'mutation'
      ? { kind: 'patientId', argument: ['id'], action: 'AUTHORISE' }
      : ROOTS[field],
  roles: (type, field) => {
    if (type === 'Audited') return { authenticated: true, anyOf: [['all']] };
    return field === 'audit'
      ? { authenticated: true, anyOf: [['office:auditor']] }
      : { authenticated: false, anyOf: [] };
  },
};

const annotations = new LabelAnnotations(LABELS, SCHEMA);

function field(text: string): FieldNode {
  const [node] = selection(text).selections;
  if (node?.kind !== Kind.FIELD) throw new Error('Expected a field');
  return node;
}

describe('a field demands', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['Patient', 'id', []],
    ['Patient', '__typename', []],
    ['Report', 'id', []],
    ['Organization', 'id', []],
    ['Organization', 'name', []],
    ['Patient', 'hkid', ['PERSON', AT_HOME]],
    ['Report', 'conclusion', []],
    ['Report', 'staff', [AT_HOME]],
    // Of the type it stands in, of itself, and of the record it returns.
    ['Patient', 'reports', ['PERSON', 'LAB_REPORT']],
    ['Report', 'patient', ['PERSON']],
    // What it tells of another category may be denied by itself, unless it leads to records, which are judged.
    ['Report', 'reason', ['DIAGNOSIS', 'PERSON', AT_HOME, '@detail(DIAGNOSIS)']],
    ['Report', 'about', ['DIAGNOSIS']],
    ['Report', 'former', ['DIAGNOSIS']],
    // What is of the record's own category goes with the record.
    ['Encounter', 'length', ['ENCOUNTER']],
    ['Encounter', 'reason', ['ENCOUNTER', 'DIAGNOSIS', '@detail(DIAGNOSIS)']],
    ['Patient', 'kin', ['PERSON', AT_HOME]],
    ['Kin', 'name', ['PERSON', AT_HOME]],
    ['ReportConnection', 'edges', []],
    ['ReportConnection', 'totalCount', []],
    // Of the arguments that are given.
    ['Patient', 'reports(first: 1)', ['PERSON', 'LAB_REPORT']],
    ['Patient', 'reports(restricted: true)', ['PERSON', 'LAB_REPORT', 'BIRTH']],
    // A root field that names its patient demands some permit.
    ['Query', 'patient(id: "1")', [ANY_PERMIT, 'PERSON']],
    ['Query', 'me', [ANY_PERMIT, 'PERSON']],
    ['Query', 'myPatients', ['PERSON']],
    ['Query', 'organization(id: "1")', []],
    ['Mutation', 'revoke(id: "1")', [ANY_PERMIT]],
    ['Query', 'nothing', []],
    ['Nothing', 'nothing', []],
  ])('%s.%s: %j', (type, text, expected) => {
    expect(annotations.demands(type, field(text))).toEqual(expected);
    // The same is said when it is asked again.
    expect(annotations.demands(type, field(text))).toEqual(expected);
  });

  it.each<readonly [string, string, readonly string[]]>([
    // What tells whose a record is, is fetched whoever asks.
    ['Report', 'category', []],
    ['Report', 'patient', []],
    ['Report', 'category(as: 1)', ['LAB_REPORT', '@detail(LAB_REPORT)']],
    ['Report', 'staff', [AT_HOME]],
    ['Patient', 'hkid', ['PERSON', AT_HOME]],
    ['Kin', 'name', ['PERSON', AT_HOME]],
    ['Organization', 'name', []],
  ])('before it is fetched, %s.%s: %j', (type, text, expected) => {
    expect(annotations.fetchDemands(type, field(text))).toEqual(expected);
  });

  it('the same where its node names no arguments at all', () => {
    const bare: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'category' } };
    expect(annotations.demands('Report', bare)).toEqual(['LAB_REPORT', '@detail(LAB_REPORT)']);
    expect(annotations.fetchDemands('Report', bare)).toEqual([]);
  });

  it('a role of the caller', () => {
    const demanded = (on: readonly string[], name = 'audit') =>
      annotations.callerDemands('Organization', field(name), on);
    expect(demanded(['Organization'])).toEqual([roleDemand([['office:auditor']])]);
    expect(demanded(['Organization'], 'name')).toEqual([]);
    // Where it is selected on an interface, the roles of that come on top.
    expect(demanded(['Audited'])).toEqual([roleDemand([['all', 'office:auditor']])]);
    expect(demanded(['Audited', 'Organization'])).toEqual([roleDemand([['office:auditor']])]);
    expect(demanded(['Audited'], 'name')).toEqual([roleDemand([['all']])]);
    expect(demanded(['Audited', 'Organization'], 'name')).toEqual([]);
  });
});

describe('a hidden object demands', () => {
  const sdl = (subject: Parameters<typeof recordLabel>[0]) => {
    const label = recordLabel(subject);
    return new LabelAnnotations(
      { ...LABELS, type: (name) => (name === 'Report' ? label : undefined) },
      SCHEMA,
    );
  };
  const all = sdl({
    id: 'patient { id }',
    security: 'security { code }',
    author: 'author { id }',
    code: 'code { coding { code } }',
    party: 'requester { id }',
  });

  it.each<readonly [string, readonly string[]]>([
    ['code', ['@subject(code)']],
    ['author', ['@subject(author)']],
    // Every permit judges by these.
    ['patient', []],
    ['security', []],
    ['requester', []],
    ['nothing', []],
  ])('%s: %j', (name, expected) => {
    expect(all.hiddenDemands('Report', field(name))).toEqual(expected);
    expect(all.hiddenDemands('Organization', field(name))).toEqual([]);
  });

  it('nothing, where it tells of more than that', () => {
    const both = sdl({ id: 'patient { id }', author: 'by { id }', party: 'by { id }' });
    expect(both.hiddenDemands('Report', field('by'))).toEqual([]);
  });
});

describe('a type', () => {
  it.each([
    ['Patient', true],
    ['Report', true],
    ['Organization', false],
    ['ReportConnection', false],
    ['Query', false],
  ])('%s is a record: %s', (type, expected) => {
    expect(annotations.isRecord(type)).toBe(expected);
    expect(annotations.record(type) !== undefined).toBe(expected);
  });

  it('is selected with what @subject names of it, and its key', () => {
    expect(annotations.hidden('Report').map((set) => print(set).replace(/\s+/g, ' '))).toEqual([
      '{ patient { id } }',
      '{ category }',
      '{ date }',
      '{ id }',
    ]);
    expect(annotations.hidden('Organization')).toEqual([]);
  });

  it('is read, where it is a record and whose it is was selected', () => {
    const selected = new Map([['patient', field('patient { id }')]]);
    expect(annotations.facts('Report', selected)?.({ patient: { id: 'chan' } })).toMatchObject({
      patient: 'chan',
    });
    expect(annotations.facts('Report', new Map())).toBeNull();
    expect(annotations.facts('Organization', selected)).toBeNull();
  });
});
