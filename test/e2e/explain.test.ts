/** What an operation would come to, explained without a server: as the graph answers it, and with no trace left. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConsents } from '@causeway/consents';
import type { ConsentsSubgraph } from '@causeway/consents';
import { printBody } from '@causeway/gateway';
import { BAUHINIA_CLINIC, GRANT_LI, PATIENT_CHAN, UNKNOWN_PATIENT } from '@causeway/seeds';
import { PERSONAS, personaNamed } from '@causeway/seeds/personas';
import type { PersonaName } from '@causeway/seeds/personas';
import { openDataFolder } from '../../start/src/data-folder.js';
import { openDevelopmentIssuer } from '../../start/src/dev-issuer.js';
import type { DevelopmentIssuer } from '../../start/src/dev-issuer.js';
import { explainOperation } from '../../start/src/explain/explain-operation.js';
import type {
  OperationExplanation,
  OperationQuestion,
} from '../../start/src/explain/explain-operation.js';
import { printExplanation } from '../../start/src/explain/print-explanation.js';
import { openWatchedGraph } from '../../start/src/explain/watched-graph.js';
import type { WatchedGraph } from '../../start/src/explain/watched-graph.js';
import { readSettings } from '../../start/src/settings.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import type { WorldFolder } from '../support/seeded-world.js';

type TrailState = ReturnType<ConsentsSubgraph['repository']['verifyTrail']>;

const operation = (name: string): string =>
  readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

const RECORD = operation('patient-record');

let world: WorldFolder;
let issuer: DevelopmentIssuer;
let graph: WatchedGraph;
beforeAll(async () => {
  world = copyOfSeededWorld(TODAY);
  const folder = openDataFolder(world.path);
  const settings = readSettings({ CAUSEWAY_DATA: world.path });
  issuer = await openDevelopmentIssuer(folder, settings);
  graph = await openWatchedGraph(folder, settings, { now: TODAY, at: null });
});
afterAll(() => {
  graph.close();
  world.remove();
});

/** A persona, asking for the record of Chan Tai Man. */
async function asked(persona: PersonaName): Promise<OperationQuestion> {
  const found = personaNamed(persona);
  if (found === undefined) throw new Error(`Expected a persona, got ${persona}`);
  return {
    text: RECORD,
    variables: { id: PATIENT_CHAN },
    token: await issuer.issue(found.claims, TODAY),
    purpose: found.purpose,
    language: 'en',
    supposing: null,
  };
}

async function explained(
  persona: PersonaName,
  changes: Partial<OperationQuestion> = {},
): Promise<OperationExplanation> {
  return explainOperation(graph, { ...(await asked(persona)), ...changes }, TODAY);
}

/** Works with the database of consents at an instant. */
function withConsents<Result>(now: number, work: (consents: ConsentsSubgraph) => Result): Result {
  const path = openDataFolder(world.path).database('consents');
  const consents = openConsents({ path, keys: [], clock: () => now });
  try {
    return work(consents);
  } finally {
    consents.close();
  }
}

/** What the audit trail holds. */
function trail(): TrailState {
  return withConsents(TODAY, ({ repository }) =>
    repository.verifyTrail({ noted: null, onProgress: () => undefined }),
  );
}

describe('an explanation of an operation', () => {
  it('tells what is taken, released, withheld and refused, and who is asked', async () => {
    const { operation: name, needs, patients, refused, requests } = await explained('dr-li');
    expect(name).toBe('PatientRecord');
    expect(needs).toContainEqual(
      expect.objectContaining({ coordinate: 'Patient.conditions', scopes: ['DIAGNOSIS'] }),
    );
    expect(refused).toEqual([
      { path: 'patient.hkid', code: 'NOT_SHARABLE', scope: null },
      { path: 'patient.address', code: 'NOT_SHARABLE', scope: null },
      { path: 'patient.conditions', code: 'CONSENT_REQUIRED', scope: 'DIAGNOSIS' },
      { path: 'patient.imagingStudies', code: 'CONSENT_REQUIRED', scope: 'RAD_IMAGE' },
    ]);
    const [patient] = patients;
    expect(patient?.decision).toMatchObject({ effect: 'permit', gate: null, grant: GRANT_LI });
    expect(patient?.fields.map(({ path, number }) => [path, number])).toEqual([
      ['patient.hkid', 12],
      ['patient.address', 12],
      ['patient.conditions', 8],
      ['patient.imagingStudies', 8],
      ['patient.imagingStudies.edges.node.description', 12],
    ]);
    expect(requests.map(({ subgraph, sent, patients: about }) => [subgraph, sent, about])).toEqual([
      ['patients', true, [PATIENT_CHAN]],
      ['records', true, [PATIENT_CHAN]],
    ]);
  });

  it('counts what the graph counts', async () => {
    const question = await asked('dr-li');
    const { patients } = await explainOperation(graph, question, TODAY);
    const headers = { authorization: `Bearer ${question.token}`, 'purpose-of-use': 'TREAT' };
    const url = new URL('http://localhost/graphql');
    const identified = await graph.gateway.identify({ method: 'POST', url, headers });
    const { body } = await graph.gateway.core.answer(
      { query: RECORD, variables: question.variables },
      { identified },
    );
    const { data } = JSON.parse(printBody(body)) as {
      data: {
        patient: Record<'laboratoryReports' | 'allergyIntolerances', { totalCount: number }>;
      };
    };
    const records = patients[0]?.records ?? [];
    const released = (...kind: readonly string[]) =>
      records.find(({ type, category }) => type === kind[0] && category === kind[1])?.released;
    expect([
      released('DiagnosticReport', 'LAB_REPORT'),
      released('AllergyIntolerance', 'ALLERGY_ADR'),
    ]).toEqual([
      data.patient.laboratoryReports.totalCount,
      data.patient.allergyIntolerances.totalCount,
    ]);
    expect(records).toContainEqual({
      type: 'AllergyIntolerance',
      category: 'ALLERGY_ADR',
      released: expect.any(Number),
      withheld: { DATA_PERIOD: expect.any(Number), LABEL: expect.any(Number) },
    });
  });

  it('says of every persona what the audit trail would have', async () => {
    for (const { name } of PERSONAS) {
      const { patients } = await explained(name);
      expect(
        patients.map(({ decision: { effect, gate, reason } }) => [effect, gate, reason]),
      ).toEqual(
        graph.watch.events.map(({ outcome, gate, reason }) => [
          outcome === 'PERMIT' ? 'permit' : 'deny',
          gate,
          reason,
        ]),
      );
    }
  });

  it('names the condition of a suspended or unmet recognition, and the gate', async () => {
    const { patients, requests } = await explained('dr-he');
    expect(patients[0]?.decision).toMatchObject({
      number: 3,
      gate: 'ORGANIZATION',
      reason: 'recognition suspended',
    });
    expect(requests).toEqual([]);
  });

  it('tells of a patient who is not there as of any other without a permit', async () => {
    const { patients, refused } = await explained('dr-wong', {
      variables: { id: UNKNOWN_PATIENT },
    });
    expect(patients[0]).toMatchObject({ decision: { gate: 'JOINING' }, fields: [], records: [] });
    expect(refused).toEqual([]);
  });

  it('supposes a consent', async () => {
    const sharing = { kind: 'SHARING', scopes: ['LAB_REPORT'] } as const;
    const { patients } = await explained('dr-lee', { supposing: sharing });
    expect(patients[0]).toMatchObject({
      decision: { gate: 'CONSENT', number: 7 },
      supposing: {
        gained: expect.arrayContaining(['PERSON', 'LAB_REPORT']),
        lost: [],
        after: { effect: 'permit' },
      },
    });
    const other = await explained('dr-he', {
      supposing: { ...sharing, organization: BAUHINIA_CLINIC },
    });
    expect(other.patients[0]?.supposing).toMatchObject({ gained: [], after: { number: 3 } });
  });

  it('asks no subgraph to change anything, and records nothing', async () => {
    const before = trail();
    const { patients, requests } = await explained('patient-chan', {
      text: operation('revoke-grant'),
      variables: { patient: PATIENT_CHAN, id: GRANT_LI },
    });
    expect(patients[0]).toMatchObject({ action: 'AUTHORISE', decision: { effect: 'permit' } });
    expect(requests).toEqual([expect.objectContaining({ subgraph: 'consents', sent: false })]);
    expect((await explained('dr-li')).patients[0]?.decision.effect).toBe('permit');
    expect(before).toMatchObject({ state: 'INTACT' });
    expect(trail()).toEqual(before);
  });

  it('tells what stood at an instant of the past, whatever was agreed to since', async () => {
    const HOUR = 3_600_000;
    withConsents(TODAY + 2 * HOUR, ({ repository }) =>
      repository.putConsent({
        id: 'no-more',
        patient: PATIENT_CHAN,
        kind: 'RESTRICTION',
        status: 'active',
        origin: 'LAYER',
        grantor: `Patient/${PATIENT_CHAN}`,
        grantee: [],
        dateTime: null,
        period: { start: null, end: null },
        decision: 'permit',
        provision: [{ type: 'deny' }],
      }),
    );
    const asOf = async (at: number | null) => {
      const folder = openDataFolder(world.path);
      const settings = readSettings({ CAUSEWAY_DATA: world.path });
      const now = at ?? TODAY + 3 * HOUR;
      const then = await openWatchedGraph(folder, settings, { now, at });
      try {
        const { claims } = personaNamed('dr-wong') ?? {};
        if (claims === undefined) throw new Error('Expected a persona');
        const question = { ...(await asked('dr-wong')), token: await issuer.issue(claims, now) };
        return await explainOperation(then, question, now);
      } finally {
        then.close();
      }
    };
    const [past, present] = [await asOf(TODAY + HOUR), await asOf(null)];
    expect(past.patients[0]?.decision.effect).toBe('permit');
    expect(past.patients[0]?.released.scopes).toContain('PERSON');
    expect(present.patients[0]).toMatchObject({
      decision: { gate: 'PROVISION', consents: [{ consent: 'no-more', provision: [0] }] },
      released: { scopes: [] },
    });
  });

  it('is told in the language that is asked for', async () => {
    const explanation = await explained('dr-lee', { language: 'zh-Hant' });
    expect(printExplanation(explanation)).toContain('於第 7 關被拒');
  });
});
