import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CHILD_CHAN,
  GRANT_LI,
  PATIENT_CHAN,
  STAR_QUAY_CLINIC,
  UNKNOWN_PATIENT,
} from '@causeway/seeds';
import { coded } from '../support/coded.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
});

afterAll(() => graph.close());

const events = () =>
  graph.asked
    .filter(({ context }) => context.use === 'audit')
    .flatMap(({ variables }) => variables['events'] as Record<string, unknown>[]);

const GIVE =
  'mutation ($patient: ID!, $organization: ID!) { giveSharingConsent(patient: $patient, organization: $organization)';

describe('a mutation', () => {
  it('leaves its event to the transaction of the change', async () => {
    const answer = await graph.ask('patient-chan', `${GIVE} { status } }`, {
      patient: PATIENT_CHAN,
      organization: STAR_QUAY_CLINIC,
    });
    expect(answer.errors).toEqual([]);
    expect(events()).toEqual([]);
  });

  it('is on record as a read as well where its result is a way into the record', async () => {
    const query = `${GIVE} { subject { hkid conditions(first: 1) { totalCount } } } }`;
    const answer = await graph.ask('sdm-chan', query, {
      patient: CHILD_CHAN,
      organization: STAR_QUAY_CLINIC,
    });
    expect(answer.errors).toEqual([]);
    expect(answer.text).toContain('"hkid":"ZZ');
    expect(events()).toMatchObject([
      {
        patient: CHILD_CHAN,
        outcome: 'PERMIT',
        release: 'RELEASED',
        scopes: ['CONSENT', 'DIAGNOSIS', 'PERSON'],
      },
    ]);
  });

  it('is on record where it was permitted and failed', async () => {
    const answer = await graph.ask(
      'patient-chan',
      'mutation ($p: ID!, $id: ID!) { revokeGrant(patient: $p, id: $id) { state } }',
      { p: PATIENT_CHAN, id: UNKNOWN_PATIENT },
    );
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([coded('NOT_FOUND')]);
    expect(events()).toMatchObject([
      { patient: PATIENT_CHAN, action: 'AUTHORISE', outcome: 'PERMIT', release: 'WITHHELD' },
    ]);
  });

  it('is on record where it was denied', async () => {
    await graph.ask(
      'dr-wong',
      'mutation ($p: ID!, $id: ID!) { revokeGrant(patient: $p, id: $id) { state } }',
      { p: PATIENT_CHAN, id: GRANT_LI },
    );
    expect(events()).toMatchObject([
      { patient: PATIENT_CHAN, action: 'AUTHORISE', outcome: 'DENY' },
    ]);
    expect(graph.dataRequests()).toEqual([]);
  });
});

describe('a patient id that is none', () => {
  it.each(['', 'x\ud800y', 'a b', "' or 1=1 --", 'x'.repeat(65), '../patient'])(
    '%j is nobody, and is not looked up',
    async (id) => {
      const answer = await graph.ask(
        'patient-chan',
        'query ($id: ID!) { patient(id: $id) { id } }',
        { id },
      );
      expect(answer.text).toBe('{"data":{"patient":null}}\n');
      expect(graph.asked).toEqual([]);
    },
  );
});

describe('what a subgraph says of an error', () => {
  it('does not reach the client: the code does, with words of our own', async () => {
    graph.intercept = (name, request, answer) =>
      name === 'records' && request.body.includes('"use":"data"')
        ? Promise.resolve({
            status: 200,
            body: JSON.stringify({
              data: { _entities: [{ conditions: null }] },
              errors: [
                {
                  message: 'secret of another patient',
                  path: ['_entities', 0, 'conditions'],
                  extensions: { code: 'CONFLICT', scope: 'secret', hint: 'secret' },
                },
              ],
            }),
          })
        : answer();
    const answer = await graph.ask('patient-chan', '{ me { conditions { totalCount } } }');
    graph.intercept = (_name, _request, next) => next();
    expect(answer.text).not.toContain('secret');
    expect(answer.errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['me', 'conditions'], coded('CONFLICT')],
    ]);
  });
});
