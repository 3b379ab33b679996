/** What decisions of a mock rest on is what those of the seeded world rest on. */
import { PERSONAS } from '@causeway/seeds/personas';
import { society } from '@causeway/seeds/stage';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockSociety } from '../../start/src/mock/society-facts.js';
import type { SubgraphName } from '@causeway/schema';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

let graph: TestGraph;
let mock: MockSociety;

beforeAll(async () => {
  graph = await startGraph();
  mock = new MockSociety(society(new Date(graph.time.now)));
}, 60_000);

afterAll(() => graph.close());

/** What the real subgraph answers, comparable. */
async function real(
  subgraph: SubgraphName,
  field: string,
  keys: readonly object[],
): Promise<unknown> {
  const query = `query($keys: [AccessFactsKey!]!) { ${field}(keys: $keys) }`;
  return comparable(await graph.call(subgraph, 'facts', query, field, { keys }));
}

/** Without epochs, which count changes; consents in the order of their ids. */
function comparable(facts: unknown): unknown {
  const text = JSON.stringify(facts, (name, value: unknown) => {
    if (name === 'epoch' || name === 'endsAt') return undefined;
    if (name !== 'consents') return value;
    return (value as readonly { readonly id: string }[]).toSorted((one, other) =>
      one.id.localeCompare(other.id),
    );
  });
  return JSON.parse(text);
}

describe('the facts of a mock', () => {
  it('of patients are those of the seeded world', async () => {
    const persons = PERSONAS.flatMap(({ claims }) =>
      claims.fhirUser?.startsWith('Patient/') ? [claims.fhirUser.slice('Patient/'.length)] : [],
    );
    const keys = mock.people.patients.flatMap(({ id: patient }) =>
      [null, ...persons].map((person) => ({ patient, person })),
    );
    const made = keys.map((key) => mock.patientFacts(key));
    expect(comparable(made)).toEqual(await real('patients', 'patientFacts', keys));
  });

  it('of providers are those of the seeded world', async () => {
    const { practitionerRoles, systems } = mock.people;
    const keys = practitionerRoles.flatMap(({ id: practitionerRole, organization }) =>
      [null, ...systems.map(({ id }) => id)].map((system) => ({
        practitionerRole,
        organization,
        system,
      })),
    );
    const made = keys.map((key) => mock.providerFacts(key));
    expect(comparable(made)).toEqual(await real('providers', 'providerFacts', keys));
  });

  it('of consents, grants, care and step-ups are those of the seeded world', async () => {
    const { patients, practitionerRoles } = mock.people;
    const keys = patients.flatMap(({ id: patient }) =>
      practitionerRoles.flatMap(({ id: practitionerRole, organization }) => {
        const grants = mock.grants().filter((grant) => grant.organization === organization);
        return [null, ...grants.map(({ id }) => id)].map((grant) => ({
          patient,
          organization,
          practitionerRole,
          grant,
        }));
      }),
    );
    const made = keys.map((key) => mock.consentFacts(key));
    expect(comparable(made)).toEqual(await real('consents', 'consentFacts', keys));
  });
});
