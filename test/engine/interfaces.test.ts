/** What is asked of an interface whose types demand different things, and of one whose types demand the same. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClinicalScope } from '@causeway/schema';
import { Kind, print, visit } from 'graphql';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  consentFacts,
  grant,
  grantConsent,
  patientFacts,
} from '../../gateway/src/enforcement/testing/requests.js';
import { startSmallGraph } from '../support/small-graph.js';
import type { SmallGraph } from '../support/small-graph.js';

const PATIENT = '@key(fields: "id") @subject(id: "id") @consent(scope: "PERSON")';

/** Patients whom nobody named, so that nothing is left out before the plan is made. */
const CONSENTS = {
  types: `
    "Reads." type Query { "The caller's patients." mine: [Patient!] }
    "A patient." type Patient ${PATIENT} { "The id." id: ID! }
  `,
  resolvers: {
    Query: { mine: () => [{ id: 'chan' }] },
    Patient: { __resolveReference: (reference: object) => reference },
  },
};

const FIELDS = '"The id." id: ID! "Whose it is." patient: Patient "How it stands." status: String';

const recordType = (name: string, ofInterface: string, scope: string): string => `
  "A record." type ${name} implements ${ofInterface}
    @key(fields: "id") @subject(id: "patient { id }") @consent(scope: "${scope}") { ${FIELDS} }
`;

/** What each list of records was asked for. */
const asked = new Map<string, string>();

/** Records of a patient, whether they are permitted or not. */
const records =
  (...rows: readonly object[]) =>
  (patient: object, _given: object, _context: unknown, info: GraphQLResolveInfo) => {
    asked.set(info.fieldName, selectionOf(info));
    return rows.map((row) => ({ ...row, patient }));
  };

const RECORDS = {
  types: `
    "Reads." type Query { "Open to everybody." hours: String @open }
    "A patient." type Patient ${PATIENT} {
      "The id." id: ID! "Of two scopes." findings: [Finding!] "Of one scope." pictures: [Picture!]
    }
    "Of two scopes." interface Finding { ${FIELDS} }
    ${recordType('Rash', 'Finding', 'ALLERGY_ADR')}
    ${recordType('Growth', 'Finding', 'LAB_REPORT')}
    "Of one scope." interface Picture { ${FIELDS} }
    ${recordType('Scan', 'Picture', 'RAD_IMAGE')}
    ${recordType('Film', 'Picture', 'RAD_IMAGE')}
  `,
  resolvers: {
    Patient: {
      __resolveReference: (reference: object) => reference,
      findings: records(
        { __typename: 'Rash', id: 'r1', status: 'itching' },
        { __typename: 'Growth', id: 'g1', status: 'benign' },
      ),
      pictures: records(
        { __typename: 'Scan', id: 's1', status: 'taken' },
        { __typename: 'Film', id: 'f1', status: 'faded' },
      ),
    },
  },
};

/** A type of the same interface that the records do not know of, and that demands something else. */
const PATIENTS = {
  types: `
    "Reads." type Query { "Open to everybody." doors: String @open }
    "A patient." type Patient ${PATIENT} { "The id." id: ID! }
    "Of one scope." interface Picture { ${FIELDS} }
    ${recordType('Sketch', 'Picture', 'LAB_REPORT')}
  `,
  resolvers: {},
};

/** A field's selections in one line, without those that are switched off. */
function selectionOf({ fieldNodes: [field], variableValues }: GraphQLResolveInfo): string {
  const isOff = ({ directives = [] }: FieldNode): boolean =>
    directives.some(({ arguments: [condition] = [] }) => {
      const value = condition?.value;
      return value?.kind === Kind.VARIABLE && variableValues[value.name.value] === false;
    });
  if (field?.selectionSet === undefined) return '';
  const left = visit(field.selectionSet, {
    Directive: () => null,
    Field: (node) => (isOff(node) ? null : undefined),
    InlineFragment: {
      leave: (node) => (node.selectionSet.selections.length > 0 ? undefined : null),
    },
  });
  return print(left).replace(/\s+/g, ' ');
}

let graph: SmallGraph;

beforeAll(async () => {
  graph = await startSmallGraph(
    { consents: CONSENTS, records: RECORDS, patients: PATIENTS },
    {
      facts: {
        patientFacts: patientFacts(),
        providerFacts: abroadFacts(),
        consentFacts: consentFacts(),
      },
      now: NOW,
    },
  );
});

afterAll(() => graph.close());

/** The answer for a doctor abroad whose grant holds these scopes. */
function ask(scopes: readonly ClinicalScope[], query: string) {
  graph.facts.consentFacts = consentFacts({ consents: [grantConsent()], grant: grant({ scopes }) });
  return graph.ask(abroadRequest().caller, query);
}

const FREE = '__hidden_patient: patient { id } id __typename';

/** The scopes of a grant, the list that is asked for, what the subgraph is asked of it, and what is answered. */
const CASES: readonly (readonly [
  scopes: readonly ClinicalScope[],
  list: string,
  asked: string,
  statuses: readonly string[],
])[] = [
  [
    ['ALLERGY_ADR', 'LAB_REPORT'],
    'findings',
    `{ ${FREE} ... on Rash { status } ... on Growth { status_1: status } }`,
    ['itching', 'benign'],
  ],
  [['ALLERGY_ADR'], 'findings', `{ ${FREE} ... on Rash { status } }`, ['itching']],
  [['LAB_REPORT'], 'findings', `{ ${FREE} ... on Growth { status_1: status } }`, ['benign']],
  [['RAD_IMAGE'], 'findings', `{ ${FREE} }`, []],
  [['RAD_IMAGE'], 'pictures', `{ ${FREE} status_1: status }`, ['taken', 'faded']],
  [['ALLERGY_ADR'], 'pictures', `{ ${FREE} }`, []],
  [['LAB_REPORT'], 'pictures', `{ ${FREE} }`, []],
];

describe('a field that all types of an interface have', () => {
  it.each(CASES)('is asked, under a grant of %j, of those %s that it permits', async (...of) => {
    const [scopes, list, expected, statuses] = of;
    const answer = await ask(scopes, `{ mine { ${list} { status } } }`);
    expect(asked.get(list)).toBe(expected);
    const shown = statuses.map((status) => ({ status }));
    expect(answer).toEqual({ data: { mine: [{ [list]: shown }] } });
  });
});
