import { describe, expect, it } from '@jest/globals';
import { accessGraphOf } from '../access/label-access.js';
import { AUDIENCES } from '../audiences.js';
import type { Audience, AudienceCaller, AudienceName } from '../audiences.js';
import { supergraphOf } from '../testing/graphs.js';
import { compareAccess } from './compare-access.js';
import type { AccessChange } from './compare-access.js';
import { describeWitness } from './witness.js';

const GRAPH = `
  type Query {
    patient(id: ID! @patientId): Patient
    myPatients: [Patient!]
    events: [Event!] @requiresScopes(scopes: [["office:auditor"]])
    register: Register @open @authenticated
  }
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
    id: ID!
    name: Name
    hkid: String @domestic
    findings(of: String @consent(scope: "DIAGNOSIS")): [Finding!] @consent(scope: "LAB_REPORT")
    births: String @consent(scope: "BIRTH")
    pictures: String @consent(scope: "RAD_IMAGE")
  }
  type Finding @key(fields: "id") @subject(id: "patient { id }", category: "category", date: "date", security: "security", author: "author") {
    id: ID! patient: Patient category: String date: String security: String author: String text: String
  }
  type Event @key(fields: "id") @subject(id: "patient { id }") @consent(scope: "AUDIT") { id: ID! patient: Patient }
  type Name { text: String }
  type Register { name: String }
`;

const version = (types: string, audiences = AUDIENCES) => ({
  graph: accessGraphOf(supergraphOf(types)),
  audiences,
});

/** What replacing one text by another does, as `coordinate audience verdict`; what is EQUAL is left out. */
function changes(text: string, by: string): readonly AccessChange[] {
  expect(GRAPH.split(text)).toHaveLength(2);
  return compareAccess(version(GRAPH), version(GRAPH.replace(text, by)));
}

const told = (all: readonly AccessChange[]): readonly string[] =>
  all
    .filter(({ verdict, within }) => verdict !== 'EQUAL' && within === null)
    .map(({ coordinate, audience, verdict }) => `${verdict} ${coordinate} ${audience}`);

const [PATIENT, HOME, ABROAD, OFFICE] = [
  'patient',
  'domestic-professional',
  'cross-border-professional',
  'commissioner',
] as const;

describe('compareAccess', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'a domestic label goes',
      'hkid: String @domestic',
      'hkid: String',
      [`WIDENS Patient.hkid ${ABROAD}`],
    ],
    [
      'a domestic label comes',
      'name: Name',
      'name: Name @domestic',
      [`NARROWS Name.text ${ABROAD}`, `NARROWS Patient.name ${ABROAD}`],
    ],
    [
      'a scope goes',
      'births: String @consent(scope: "BIRTH")',
      'births: String',
      [`WIDENS Patient.births ${HOME}`, `WIDENS Patient.births ${ABROAD}`],
    ],
    [
      'a scope comes on top',
      'name: Name',
      'name: Name @consent(scope: "DIAGNOSIS")',
      [`NARROWS Patient.name ${HOME}`, `NARROWS Patient.name ${ABROAD}`],
    ],
    [
      'a scope is exchanged for another',
      'pictures: String @consent(scope: "RAD_IMAGE")',
      'pictures: String @consent(scope: "RAD_REPORT")',
      [`WIDENS Patient.pictures ${HOME}`, `WIDENS Patient.pictures ${ABROAD}`],
    ],
    [
      'a role is added to the choice',
      '[["office:auditor"]]',
      '[["office:auditor"], ["office:secretary-for-health"]]',
      [],
    ],
    [
      'a role is exchanged',
      '[["office:auditor"]]',
      '[["office:commissioner"]]',
      [`WIDENS Query.events ${OFFICE}`],
    ],
    [
      'roles are all demanded where one was enough',
      '[["office:auditor"]]',
      '[["office:auditor", "office:commissioner"]]',
      [`NARROWS Event.id ${OFFICE}`, `NARROWS Query.events ${OFFICE}`],
    ],
    [
      'a token is no longer asked for',
      'Register @open @authenticated',
      'Register @open',
      [PATIENT, HOME, ABROAD, OFFICE].map((audience) => `WIDENS Query.register ${audience}`).sort(),
    ],
    [
      'the action of an argument is an easier one',
      'patient(id: ID! @patientId)',
      'patient(id: ID! @patientId(action: "AUTHORISE"))',
      [
        `NARROWS Query.patient ${HOME}`,
        `NARROWS Query.patient ${ABROAD}`,
        `WIDENS Query.patient ${PATIENT}`,
      ],
    ],
    [
      'a filter needs no consent any more',
      'of: String @consent(scope: "DIAGNOSIS")',
      'of: String',
      [`WIDENS Patient.findings(of:) ${HOME}`, `WIDENS Patient.findings(of:) ${ABROAD}`],
    ],
    [
      'the presence of a record needs no consent any more',
      '@subject(id: "id") @consent(scope: "PERSON")',
      '@subject(id: "id")',
      [PATIENT, HOME, ABROAD, OFFICE].map((audience) => `WIDENS Patient ${audience}`),
    ],
    [
      'a record’s date is not checked any more',
      'date: "date", ',
      '',
      [`WIDENS Finding ${HOME}`, `WIDENS Finding ${ABROAD}`],
    ],
    [
      'a record’s label is not checked any more',
      'security: "security", ',
      '',
      [`WIDENS Finding ${HOME}`, `WIDENS Finding ${ABROAD}`],
    ],
    [
      'an organisation’s own records are told apart no more, and its exclusions with them',
      ', author: "author"',
      '',
      [`WIDENS Finding ${HOME}`, `WIDENS Finding ${ABROAD}`],
    ],
    [
      'a record is said to be another patient’s',
      '"patient { id }", category',
      '"author", category',
      [`WIDENS Finding ${HOME}`, `WIDENS Finding ${ABROAD}`, `WIDENS Finding ${PATIENT}`],
    ],
    [
      'a value gets a new field',
      'type Name { text: String }',
      'type Name { text: String use: String }',
      [`WIDENS Name.use ${HOME}`, `WIDENS Name.use ${ABROAD}`, `WIDENS Name.use ${PATIENT}`],
    ],
    [
      'a field goes',
      'births: String @consent(scope: "BIRTH")',
      '',
      [
        `NARROWS Patient.births ${HOME}`,
        `NARROWS Patient.births ${ABROAD}`,
        `NARROWS Patient.births ${PATIENT}`,
      ],
    ],
  ])('where %s', (_, text, by, expected) => {
    expect([...told(changes(text, by))].sort()).toEqual([...expected].sort());
  });

  it('says nothing where nothing changed', () => {
    expect(compareAccess(version(GRAPH), version(GRAPH))).toEqual([]);
  });

  it('says EQUAL to those whom a changed label does not touch', () => {
    const verdicts = changes('hkid: String @domestic', 'hkid: String').map(
      ({ audience, verdict }) => `${audience} ${verdict}`,
    );
    expect(verdicts).toContain('patient EQUAL');
    expect(verdicts).toContain('domestic-professional EQUAL');
  });

  const RELATIVE =
    'type Relative @key(fields: "id") @subject(id: "patient { id }") @consent(scope: "PERSON") { id: ID! patient: Patient home: Home } type Home { street: String }';

  it('lets a new field stand for all that only it leads to', () => {
    const grown = `${GRAPH.replace('name: Name', 'name: Name next: [Relative!]')} ${RELATIVE}`;
    const all = compareAccess(version(GRAPH), version(grown)).filter(
      ({ audience }) => audience === ABROAD,
    );
    expect(told(all)).toEqual([`WIDENS Patient.next ${ABROAD}`]);
    expect(new Set(all.map(({ within }) => within))).toEqual(new Set([null, 'Relative', 'Home']));
  });

  it('reports the fields of a new type where the field that leads to it is no widening', () => {
    const grown = `${GRAPH.replace('births: String', 'births: [Relative!]')} ${RELATIVE}`;
    const all = compareAccess(version(GRAPH), version(grown)).filter(
      ({ audience }) => audience === PATIENT,
    );
    expect(told(all)).toEqual([
      `NARROWS Patient.births ${PATIENT}`,
      `WIDENS Relative.home ${PATIENT}`,
      `WIDENS Relative.id ${PATIENT}`,
      `WIDENS Relative.patient ${PATIENT}`,
    ]);
  });

  it('reports a field that loses a label of its own, though its type loses one too', () => {
    const bare = GRAPH.replace(
      '@subject(id: "id") @consent(scope: "PERSON")',
      '@subject(id: "id")',
    );
    const all = compareAccess(
      version(GRAPH),
      version(bare.replace('hkid: String @domestic', 'hkid: String')),
    );
    const abroad = told(all.filter(({ audience }) => audience === ABROAD));
    expect(abroad).toEqual([`WIDENS Patient ${ABROAD}`, `WIDENS Patient.hkid ${ABROAD}`]);
  });

  it('gives a witness for every widening', () => {
    const sentence = (text: string, by: string, audience: AudienceName): string => {
      const [witness] = changes(text, by).flatMap((change) =>
        change.audience === audience && change.witness !== null ? [change.witness] : [],
      );
      return witness === undefined ? 'none' : describeWitness(witness);
    };
    expect(sentence('hkid: String @domestic', 'hkid: String', ABROAD)).toBe(
      'a doctor abroad with consent for PERSON gets Patient.hkid of a Patient; before: never',
    );
    expect(sentence('births: String @consent(scope: "BIRTH")', 'births: String', HOME)).toBe(
      'a doctor in Hong Kong with consent for PERSON gets Patient.births of a Patient; before, it took consent for BIRTH as well',
    );
    expect(sentence('date: "date", ', '', ABROAD)).toBe(
      "a doctor abroad with consent for the record's own category gets Finding of a Finding older than the look-back; before, it took a check of the record's date (date) as well",
    );
  });
});

describe('compareAccess of the same labels', () => {
  /** The audiences with one caller changed. */
  const audiencesWith = (caller: string, change: Partial<AudienceCaller>): readonly Audience[] =>
    AUDIENCES.map((audience) => ({
      ...audience,
      callers: audience.callers.map((each) =>
        each.caller === caller ? { ...each, ...change } : each,
      ),
    }));
  const PHARMACIST = { PERSON: 'CONSENT', RAD_IMAGE: 'STEP_UP' } as const;
  const before = audiencesWith('PHARMACIST', { scopes: PHARMACIST });

  it.each<[string, Partial<AudienceCaller>, readonly string[]]>([
    [
      'widens where a rule of the decision drops a step-up',
      { scopes: { ...PHARMACIST, RAD_IMAGE: 'CONSENT' } },
      [`WIDENS Patient.pictures ${HOME}`, `WIDENS Patient.pictures ${ABROAD}`],
    ],
    [
      'widens where a profession is given a category',
      { scopes: { ...PHARMACIST, BIRTH: 'CONSENT' } },
      [`WIDENS Patient.births ${HOME}`, `WIDENS Patient.births ${ABROAD}`],
    ],
    [
      'narrows where a condition has to list the category',
      { scopes: { ...PHARMACIST, RAD_IMAGE: undefined } as never },
      [`NARROWS Patient.pictures ${HOME}`, `NARROWS Patient.pictures ${ABROAD}`],
    ],
  ])('%s', (_, change, expected) => {
    const after = audiencesWith('PHARMACIST', change);
    const all = compareAccess(version(GRAPH, before), version(GRAPH, after));
    expect(told(all)).toEqual(expect.arrayContaining([...expected]));
    for (const { verdict, callers } of all)
      if (verdict !== 'EQUAL') expect(callers).toEqual(['PHARMACIST']);
  });
});
