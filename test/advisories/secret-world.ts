/** A world in which secret records stand behind each kind of reference of records that may be read. */
import { readFileSync } from 'node:fs';
import type { NewRecord } from '@causeway/records';
import { confidentialityOf } from '@causeway/schema';
import { PATIENT_CHAN, idOf, openStores } from '@causeway/seeds';
import type { OpenStores, PersonaName } from '@causeway/seeds';
import { buildSchema, getNamedType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { labelled, recordsOf } from '../support/records.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

/** The schema that clients see. */
export const API = buildSchema(
  readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'),
);

/** The variables that name the patient. */
export const CHAN = { id: PATIENT_CHAN };

/** The word, status and code that only secret records have. */
export const SECRET = 'SECRET';

/** The code that only secret records have. */
export const SECRET_CODE = 'secret-code';

/** The callers with some permit for the patient, none of them for what is secret. */
export const READERS = ['dr-li', 'dr-wong', 'pharmacist-ng'] as const;

/** A query of the patient that a variable names. */
export const patientWith = (selection: string): string =>
  `query ($id: ID!) { patient(id: $id) { ${selection} } }`;

/** A selection of a list. */
export const listOf = (list: string, node: string, args = 'first: 100'): string =>
  `${list}(${args}) { totalCount edges { node { ${node} } } }`;

/** A graph over the world, and its databases. */
export interface SecretWorld {
  readonly graph: TestGraph;
  readonly stores: OpenStores;
  /** Asks something of the patient. */
  ask(who: PersonaName, selection: string): Promise<Answered>;
  close(): Promise<void>;
}

/** Starts a graph over the world. */
export async function startSecretWorld({
  isServed = false,
}: { readonly isServed?: boolean } = {}): Promise<SecretWorld> {
  const folder = copyOfSeededWorld(TODAY);

  const stores = openStores(folder.path, () => TODAY);
  hide(stores);
  const graph = await startGraph({ folder, isServed });
  return {
    graph,
    stores,
    ask: (who, selection) => graph.ask(who, patientWith(selection), CHAN),
    close: async () => {
      stores.close();
      await graph.close();
    },
  };
}

/** A record of the patient that Dr Li may read if its category is granted. */
export function visible(
  stores: OpenStores,
  type: NewRecord['type'],
  category?: NewRecord['category'],
): NewRecord {
  const found = recordsOf(stores, PATIENT_CHAN, type).find(
    (record) =>
      confidentialityOf(record.security) === 'N' &&
      record.clinicalDate?.startsWith('2026') === true &&
      (category === undefined || record.category === category),
  );
  if (found === undefined) throw new Error(`Expected a normal ${type} of this year`);
  return found;
}

/** A very restricted record with words and a code that nothing else has. */
function secret(record: NewRecord, name: string, stated: Partial<NewRecord> = {}): NewRecord {
  const id = idOf(`${SECRET}/${name}`);
  const code = { text: SECRET, coding: [{ system: 'urn:secret', code: SECRET_CODE }] };
  const codes = [{ element: 'code', system: 'urn:secret', code: SECRET_CODE }];
  return {
    ...labelled(record, 'V'),
    id,
    sourceId: id,
    status: SECRET,
    content: { ...record.content, code },
    codes,
    ...stated,
  };
}

/** A reference of a record to another. */
export const linkTo = ({ id }: NewRecord, element: string, position = 90) => ({
  element,
  position,
  target: id,
});

/** Puts secret records behind each kind of reference of a record that may be read. */
function hide(stores: OpenStores): void {
  const allergy = visible(stores, 'AllergyIntolerance');
  const report = visible(stores, 'DiagnosticReport', 'LAB_REPORT');
  const observation = visible(stores, 'Observation', 'LAB_REPORT');
  const request = visible(stores, 'MedicationRequest', 'MEDICATION');
  const provenance = visible(stores, 'Provenance');
  const condition = visible(stores, 'Condition', 'DIAGNOSIS');
  const secrets = {
    allergy: secret(allergy, 'allergy'),
    observation: secret(observation, 'observation'),
    condition: secret(condition, 'condition'),
    encounter: secret(visible(stores, 'Encounter'), 'encounter'),
    provenance: secret(provenance, 'provenance', { links: [linkTo(allergy, 'target', 0)] }),
  };
  stores.records.putRecords(Object.values(secrets));
  stores.records.putRecords([
    {
      ...allergy,
      encounter: secrets.encounter.id,
      links: [linkTo(secrets.encounter, 'encounter', 0)],
    },
    {
      ...report,
      links: [
        ...report.links,
        linkTo(secrets.observation, 'result'),
        linkTo(observation, 'result', 91),
      ],
    },
    {
      ...observation,
      links: [
        ...observation.links,
        linkTo(secrets.observation, 'hasMember'),
        linkTo(secrets.observation, 'basedOn'),
      ],
    },
    {
      ...request,
      links: [
        ...request.links,
        linkTo(secrets.condition, 'reasonReference'),
        linkTo(condition, 'reasonReference', 91),
      ],
    },
    {
      ...provenance,
      links: [linkTo(allergy, 'target', 0), linkTo(secrets.allergy, 'target', 1)],
    },
  ]);
}

/** The lists of records of a patient, and what they list. */
export const LISTS = Object.values((API.getType('Patient') as GraphQLObjectType).getFields())
  .filter(({ args }) => args.some(({ name }) => name === 'restricted'))
  .map(({ name, type }) => {
    const node = getNamedType(type).name.replace(/Connection$/, '');
    return { list: name, type: API.getType(node) as GraphQLObjectType };
  });
