/** The ways on which a record can be reached: to a patient, and from there. */
import { CHAN, SECRET, SECRET_CODE, listOf } from './secret-world.js';
import type { PersonaName } from '@causeway/seeds';

const IS = 'id status';

/** Every way from a patient to a secret record: a list, a filter, each kind of reference, interfaces, detours. */
export const WAYS: readonly (readonly [string, string])[] = [
  ['a list', listOf('laboratoryObservations', `${IS} code { text }`)],
  ['another list', listOf('allergyIntolerances', `${IS} code { text }`)],
  [
    'an alias of a list',
    `x: ${listOf('laboratoryObservations', `y: id status z: code { t: text }`)}`,
  ],
  ['a list from its end', listOf('laboratoryObservations', IS, 'last: 100')],
  [
    'a filter by its code',
    listOf('laboratoryObservations', IS, `first: 9, code: [{ code: "${SECRET_CODE}" }]`),
  ],
  ['a filter by its status', listOf('allergyIntolerances', IS, `first: 9, status: ["${SECRET}"]`)],
  ['result', listOf('laboratoryReports', `result { ${IS} code { text } }`)],
  ['result, two hops away', listOf('laboratoryReports', `result { hasMember { ${IS} } }`)],
  ['hasMember', listOf('laboratoryObservations', `hasMember { ${IS} }`)],
  [
    'hasMember as its type',
    listOf(
      'laboratoryObservations',
      'hasMember { ... on Observation { id status code { text } } }',
    ),
  ],
  ['basedOn', listOf('laboratoryObservations', `basedOn { ${IS} }`)],
  [
    'basedOn as its type',
    listOf('laboratoryObservations', 'basedOn { ... on Observation { id status code { text } } }'),
  ],
  ['encounter', listOf('allergyIntolerances', `encounter { ${IS} }`)],
  ['reasonReference', listOf('medicationRequests', `reasonReference { ${IS} }`)],
  [
    'reasonReference as its type',
    listOf(
      'medicationRequests',
      'reasonReference { ... on Condition { id status code { text } } }',
    ),
  ],
  ['provenance', listOf('allergyIntolerances', `provenance { ${IS} }`)],
  ['the target of provenance', listOf('allergyIntolerances', `provenance { target { ${IS} } }`)],
  [
    'the patient of another record',
    listOf('medicationRequests', `subject { ${listOf('laboratoryObservations', IS)} }`, 'first: 1'),
  ],
  [
    'the patient of a patient’s record’s patient',
    listOf(
      'allergyIntolerances',
      `patient { ${listOf('medicationRequests', `subject { ${listOf('laboratoryReports', `result { ${IS} }`)} }`, 'first: 1')} }`,
      'first: 1',
    ),
  ],
];

const WAYS_AT_ONCE = 5;

/** The same ways, several in one operation. */
export const WAYS_TOGETHER: readonly string[] = Array.from(
  { length: Math.ceil(WAYS.length / WAYS_AT_ONCE) },
  (_, n) =>
    WAYS.slice(n * WAYS_AT_ONCE, (n + 1) * WAYS_AT_ONCE)
      .map(([, selection], way) => selection.replace(/^(\w+: )?/, `way${way}: `))
      .join(' '),
);

/** A way to a patient, and to all that is selected of it there. */
export interface Entrance {
  readonly by: string;
  /** Who may read something of the patient there. */
  readonly who: PersonaName;
  readonly query: (selection: string) => string;
  readonly variables?: object;
}

/** Every way to a patient, beside the one that names it by a variable. */
export const ENTRANCES: readonly Entrance[] = [
  {
    by: 'a fragment and an alias',
    who: 'dr-li',
    query: (selection) =>
      `query ($id: ID!) { id: patient(id: $id) { ...P } } fragment P on Patient { ...Q } fragment Q on Patient { ${selection} }`,
    variables: CHAN,
  },
  {
    by: 'conditions',
    who: 'dr-wong',
    query: (selection) =>
      `query ($id: ID!, $on: Boolean = true) { patient(id: $id) { ... @include(if: $on) { ${selection} } } }`,
    variables: CHAN,
  },
  {
    by: 'the grant of the token',
    who: 'dr-li',
    query: (selection) => `{ myGrant { patient { ${selection} } } }`,
  },
  {
    by: 'the patients under care',
    who: 'dr-wong',
    query: (selection) => `{ myPatients { ${selection} } }`,
  },
];

/** The ways to a patient by events. */
export const STREAMS: readonly Entrance[] = [
  {
    by: 'the grant of the token',
    who: 'dr-li',
    query: (selection) => `subscription { myGrant { patient { ${selection} } } }`,
  },
  {
    by: 'the patient’s grants',
    who: 'dr-wong',
    query: (selection) =>
      `subscription ($id: ID!) { grants(patient: $id, first: 1) { edges { node { patient { ${selection} } } } } }`,
    variables: CHAN,
  },
];
