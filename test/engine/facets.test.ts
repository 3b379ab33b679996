/** What is fetched of records only for patients whose consents speak of it, and what becomes of records without it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProvisionFact } from '@causeway/schema';
import type { GraphQLResolveInfo } from 'graphql';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  grant,
  grantConsent,
  patientFacts,
} from '../../gateway/src/enforcement/testing/requests.js';
import { startSmallGraph } from '../support/small-graph.js';
import type { SmallGraph } from '../support/small-graph.js';

const PATIENT = '@key(fields: "id") @subject(id: "id") @consent(scope: "PERSON")';

/** The fields that were resolved of notes, by the keys that they were asked under. */
const asked = new Set<string>();

/** The note that the subgraph withholds, as it is told to. */
let withheld: string | null = null;

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

const noting =
  <Value>(value: (code: string) => Value) =>
  (
    { code }: { code: string },
    _arguments: unknown,
    _context: unknown,
    info: GraphQLResolveInfo,
  ) => {
    asked.add(String(info.path.key));
    return value(code);
  };

const RECORDS = {
  types: `
    "Reads." type Query { "Nothing." nothing: ID @open }
    "A patient." type Patient ${PATIENT} { "The id." id: ID! "Notes." notes: [Note!] }
    "A note." type Note @key(fields: "id") @consent(scope: "DIAGNOSIS")
      @subject(id: "patient { id }", author: "author { id }", code: "code { coding { system code } }") {
      "The id." id: ID! "Whose." patient: Patient "What of." code: Concept "By whom." author: Author
    }
    "A concept, a value." type Concept { "In words." text: String "In codes." coding: [Coding!] }
    "A coding, a value." type Coding { "The system." system: String "The code." code: String }
    "An author." type Author @key(fields: "id", resolvable: false) @open { "The id." id: ID! }
  `,
  resolvers: {
    Patient: {
      __resolveReference: (reference: object) => reference,
      notes: ({ id }: { id: string }) =>
        ['flu', 'psychosis']
          .filter((code) => code !== withheld)
          .map((code) => ({ id: code, code, patient: { id } })),
    },
    Note: {
      code: noting((code) => ({ text: code, coding: [{ system: 's', code }] })),
      author: noting((code) => ({ id: `author of ${code}` })),
    },
  },
};

let graph: SmallGraph;

/** The facts, with a deny provision of the patient's. */
function denying(provision: Partial<ProvisionFact> | null) {
  const restriction = consent({
    id: 'restriction',
    kind: 'RESTRICTION',
    grantee: [],
    provision: [{ type: 'deny', ...provision }],
  });
  return consentFacts({
    consents: [grantConsent(), ...(provision === null ? [] : [restriction])],
    grant: grant({ scopes: ['DIAGNOSIS'] }),
  });
}

beforeAll(async () => {
  graph = await startSmallGraph(
    { consents: CONSENTS, records: RECORDS },
    {
      facts: { patientFacts: patientFacts(), providerFacts: abroadFacts(), consentFacts: null },
      now: NOW,
    },
  );
});

afterEach(() => {
  graph.afterFetch = () => undefined;
  withheld = null;
});

afterAll(() => graph.close());

const FLU = { id: 'flu' };
const PSYCHOSIS = { id: 'psychosis' };

const OF_PSYCHOSIS = { code: [{ system: 's', code: 'psychosis' }] };

/** The notes that a doctor abroad is answered. */
async function ask(fields = 'id'): Promise<unknown> {
  asked.clear();
  const { data } = await graph.ask(abroadRequest().caller, `{ mine { notes { ${fields} } } }`);
  return (data as { mine: { notes: unknown }[] }).mine[0]?.notes;
}

describe('of notes', () => {
  it.each<
    readonly [
      name: string,
      denied: Partial<ProvisionFact> | null,
      gone: string | null,
      asked: readonly string[],
      notes: readonly object[],
    ]
  >([
    ['no more is asked than the check needs', null, null, [], [FLU, PSYCHOSIS]],
    [
      'what they are of is asked where that is denied',
      OF_PSYCHOSIS,
      'psychosis',
      ['__hidden_code'],
      [FLU],
    ],
    [
      'who wrote them is asked where that is denied',
      { authoredBy: ['author of flu'] },
      'flu',
      ['__hidden_author'],
      [PSYCHOSIS],
    ],
  ])('%s', async (_name, provision, gone, expected, notes) => {
    withheld = gone;
    graph.facts.consentFacts = denying(provision);
    expect(await ask()).toEqual(notes);
    expect([...asked]).toEqual(expected);
  });

  it('one that is not withheld as told is noticed by it, and none is released', async () => {
    graph.facts.consentFacts = denying(OF_PSYCHOSIS);
    expect(await ask()).toBeNull();
  });

  it('one that is denied by its id is known by it, whether or not the client asks for that', async () => {
    graph.facts.consentFacts = denying({ records: ['flu'] });
    expect(await ask('code { text }')).toBeNull();
    withheld = 'flu';
    expect(await ask('code { text }')).toEqual([{ code: { text: 'psychosis' } }]);
  });

  it('what the client asks for stays apart, whatever the client calls it', async () => {
    withheld = 'psychosis';
    graph.facts.consentFacts = denying(OF_PSYCHOSIS);
    expect(await ask('__hidden_code: code { text }')).toEqual([{ __hidden_code: { text: 'flu' } }]);
    expect(asked).toEqual(new Set(['code', '__hidden_code']));
    withheld = null;
    graph.facts.consentFacts = denying(null);
    expect(await ask('code { text } patient { id }')).toEqual([
      { code: { text: 'flu' }, patient: { id: 'chan' } },
      { code: { text: 'psychosis' }, patient: { id: 'chan' } },
    ]);
    expect(asked).toEqual(new Set(['code']));
  });

  it('those fetched without it are asked for anew where it is denied meanwhile', async () => {
    graph.facts.consentFacts = denying(null);
    graph.afterFetch = (subgraph) => {
      if (subgraph !== 'records') return;
      withheld = 'psychosis';
      graph.facts.consentFacts = denying(OF_PSYCHOSIS);
    };
    expect(await ask()).toEqual([FLU]);
  });
});
