/** An open providers subgraph and builders to fill it with, for tests. Every organisation and person is invented. */
import { TEST_KEY, TEST_NOW, gatewayOf } from '@causeway/kit/testing';
import type { Ask } from '@causeway/kit/testing';
import type {
  OrganizationEntry,
  PractitionerEntry,
  PractitionerRoleEntry,
  PublicHealthRecordSystemEntry,
  RecognitionEntry,
} from '../entries.js';
import { openProviders } from '../index.js';
import type { ProvidersSubgraph } from '../index.js';

/** A providers subgraph in memory, with how to ask it, what SQL it ran, and its clock. */
export interface OpenProviders extends ProvidersSubgraph {
  readonly ask: Ask;
  readonly statements: string[];
  readonly clock: { now: number };
}

/** Opens an empty providers subgraph: in memory, unless a path is told. */
export function openEmpty(path = ':memory:'): OpenProviders {
  const statements: string[] = [];
  const clock = { now: TEST_NOW };
  const subgraph = openProviders({
    path,
    keys: [TEST_KEY],
    clock: () => clock.now,
    onStatement: (sql) => statements.push(sql),
    onError: (error) => {
      throw error;
    },
  });
  return { ...subgraph, ask: gatewayOf(subgraph, () => clock.now), statements, clock };
}

const source = (id: string) => ({ namespace: 'https://invented.example', id });

/** A hospital in Shenzhen, unless told. */
export function organization(
  id: string,
  stated: Partial<OrganizationEntry> = {},
): OrganizationEntry {
  return {
    id,
    source: source(id),
    identifier: [],
    name: [{ language: 'en', text: `Hospital ${id}` }],
    active: true,
    type: [],
    telecom: [],
    address: [],
    partOf: null,
    jurisdiction: 'CN-GD',
    city: 'Shenzhen',
    content: null,
    ...stated,
  };
}

/** A professional. */
export function practitioner(
  id: string,
  stated: Partial<PractitionerEntry> = {},
): PractitionerEntry {
  return {
    id,
    source: source(id),
    identifier: [],
    name: [{ text: `LI ${id}`, language: 'en' }],
    active: true,
    gender: null,
    telecom: [],
    content: null,
    ...stated,
  };
}

/** A doctor's role at an organisation. */
export function practitionerRole(
  id: string,
  stated: Partial<PractitionerRoleEntry> = {},
): PractitionerRoleEntry {
  return {
    id,
    source: source(id),
    identifier: [],
    practitioner: null,
    organization: 'o-1',
    profession: 'DOCTOR',
    code: [],
    specialty: [],
    licenceRef: null,
    active: true,
    period: { start: '2024-01-01', end: null },
    content: null,
    ...stated,
  };
}

/** A public health record system in Guangdong. */
export function system(
  id: string,
  stated: Partial<PublicHealthRecordSystemEntry> = {},
): PublicHealthRecordSystemEntry {
  return {
    id,
    source: source(id),
    identifier: [],
    name: [{ language: 'en', text: `System ${id}` }],
    operator: 'o-operator',
    jurisdiction: 'CN-GD',
    endpoint: 'https://records.invented.example/fhir',
    trustAnchor: 'https://records.invented.example/jwks.json',
    members: [],
    ...stated,
  };
}

/** A recognition of organisation `o-1` for 2026 and 2027. */
export function recognition(id: string, stated: Partial<RecognitionEntry> = {}): RecognitionEntry {
  return {
    id,
    subject: { type: 'Organization', id: 'o-1' },
    instrument: { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-001' },
    period: { start: '2026-01-01', end: '2027-12-31' },
    conditions: [{ kind: 'MAX_LOOKBACK', value: 'P3Y' }],
    ...stated,
  };
}
