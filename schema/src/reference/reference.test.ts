import { describe, expect, it } from '@jest/globals';
import type { AccessChange } from '../access-diff/compare-access.js';
import { supergraphOf } from '../testing/graphs.js';
import { accessChangesPage } from './access-changes.js';
import { referenceOf } from './reference.js';

const PAGES = new Map(
  referenceOf(
    supergraphOf(`
      type Query {
        "One patient | by id."
        patient("The id." id: ID! @patientId): Patient
        me: Patient
        trail: [Event!] @requiresScopes(scopes: [["office:auditor"], ["provider:domestic", "office:commissioner"]])
        register(first: Int, after: String, named: String): EntryConnection @authenticated
      }
      type Mutation { answer(patient: ID! @patientId(action: "AUTHORISE"), input: AnswerInput!): Grant }
      input AnswerInput { "Whether." yes: Boolean }
      type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
        id: ID!
        name: Name
        hkid: String @domestic
        findings: [Finding!]
      }
      type Finding @key(fields: "id") @subject(id: "patient { id }", category: "category") {
        id: ID! patient: Patient category: Category text: String
      }
      type Grant @key(fields: "id") @subject(id: "patient { id }", party: "holder") @consent(scope: "GRANT") {
        id: ID! patient: Patient holder: ID
      }
      type Event @key(fields: "id") @subject(id: "patient { id }") @consent(scope: "AUDIT") {
        id: ID! patient: Patient
      }
      type Entry @open { title: String }
      type EntryConnection @open { nodes: [Entry!] }
      type Name { text: String }
      "Kinds."
      enum Category { "Findings of a laboratory." LAB_REPORT }
    `),
  ).map(({ name, text }) => [name, text]),
);

/** The cells of a field's row. */
function row(page: string, field: string): readonly string[] {
  const line = PAGES.get(page)
    ?.split('\n')
    .find((each) => each.startsWith(`| \`${field}\` |`));
  return (line ?? '')
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((each) => each.trim());
}

describe('the reference', () => {
  it('has a page for each kind of type there is, and none for others', () => {
    expect([...PAGES.keys()]).toEqual([
      'README.md',
      'queries.md',
      'mutations.md',
      'records.md',
      'registers.md',
      'values.md',
      'inputs.md',
      'words.md',
    ]);
  });

  it.each([
    ['records.md', 'name', 'with consent for `PERSON`', 'patient, at home, abroad'],
    [
      'records.md',
      'hkid',
      'with consent for `PERSON`; **never across the border**',
      'patient, at home',
    ],
    [
      'records.md',
      'category',
      'with consent for the record’s own category',
      'patient, at home, abroad',
    ],
    ['records.md', 'holder', 'for the patient, a party to it or an office (`GRANT`)', 'patient'],
    ['registers.md', 'title', 'always', 'patient, at home, abroad, office'],
    ['values.md', 'text', 'with the value that it is part of', 'patient, at home, abroad'],
    ['queries.md', 'me', 'with consent for `PERSON`; for the patient of the token', 'patient'],
    [
      'queries.md',
      'patient',
      'with consent for `PERSON`; with a permit to read for the patient who is named',
      'patient, at home, abroad',
    ],
    [
      'queries.md',
      'register',
      'always<br>role: any known caller',
      'patient, at home, abroad, office',
    ],
    [
      'queries.md',
      'trail',
      'for the patient, a party to it or an office (`AUDIT`)<br>role: `office:auditor` or `office:commissioner` with `provider:domestic`',
      'office',
    ],
  ])('labels, on %s, %s: %s', (page, field, label, who) => {
    expect(row(page, field).slice(3)).toEqual([label, who]);
  });

  it('says what each argument is, and of paging once', () => {
    expect(row('queries.md', 'patient')).toContain('One patient \\| by id.<br>`id:` `ID!` The id.');
    expect(row('queries.md', 'register')[2]).toBe(
      '<br>`named:` `String`<br>Paged by `first`, `after`.',
    );
  });

  it('leads from a field to its type', () => {
    expect(row('records.md', 'findings')[1]).toBe('[`[Finding!]`](records.md#finding)');
    expect(row('words.md', 'LAB_REPORT')).toEqual(['`LAB_REPORT`', 'Findings of a laboratory.']);
    expect(row('inputs.md', 'yes')).toEqual(['`yes`', '`Boolean`', 'Whether.']);
  });
});

describe('the changelog of access', () => {
  const approval = {
    coordinate: 'Patient.name',
    audience: 'patient',
    reason: 'One’s own name.',
    date: '2026-01-01',
  } as const;
  const change = (verdict: AccessChange['verdict']): AccessChange => ({
    coordinate: 'Patient.name',
    audience: 'patient',
    verdict,
    callers: ['PATIENT'],
    witness:
      verdict === 'WIDENS'
        ? { caller: 'a patient', has: [], lacks: null, record: 'a Patient', field: 'Patient.name' }
        : null,
    within: null,
  });

  it('tells what was agreed to, newest first, with a witness', () => {
    const newer = { ...approval, coordinate: 'Patient.hkid', date: '2026-02-01', reason: 'Later.' };
    const text = accessChangesPage([approval, newer], [change('WIDENS')]);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
      '2026-02-01',
      '2026-01-01',
      'Narrowed since the baseline',
    ]);
    expect(text).toContain(
      'One’s own name.\n\n- `Patient.name`: patient\n\n> a patient gets Patient.name of a Patient; before: never',
    );
    expect(text).toContain('Nothing: nobody gets less');
  });

  it('tells what became narrower', () => {
    expect(accessChangesPage([], [change('NARROWS')])).toContain(
      '| `Patient.name` | patient | `PATIENT` |',
    );
  });
});
