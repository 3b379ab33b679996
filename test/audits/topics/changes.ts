/** What changes what is permitted counts at once, and who may change it. Every audit leaves things as they were. */
import assert from 'node:assert/strict';
import { BAUHINIA_CLINIC, LIANHUA_BAY_HOSPITAL, LION_ROCK_HOSPITAL } from '@causeway/seeds/ids';
import type { PersonaName } from '@causeway/seeds/personas';
import type { Topic } from '../audit.js';
import { CHAN, RECORD, askOfChan } from '../questions.js';
import { refusalsOf, valueAt } from '../target.js';
import type { Target } from '../target.js';
import { giveSharingConsent, revokeSharingConsent } from './sharing-consent.js';

/** Runs a change, and its opposite whatever comes of what is held in between. */
async function during(
  change: () => Promise<string>,
  opposite: (id: string) => Promise<unknown>,
  check: () => Promise<void>,
): Promise<void> {
  const id = await change();
  try {
    await check();
  } finally {
    await opposite(id);
  }
}

async function restrict(target: Target, input: object): Promise<string> {
  const answer = await target.ask(
    'patient-chan',
    'mutation Audit($id: ID!, $input: RestrictAccessInput!) { restrictAccess(patient: $id, input: $input) { id } }',
    { ...CHAN, input },
  );
  return String(valueAt(answer, 'restrictAccess.id'));
}

const liftRestriction = (target: Target) => (restriction: string) =>
  target.ask(
    'patient-chan',
    'mutation Audit($id: ID!, $restriction: ID!) { liftRestriction(patient: $id, id: $restriction) { id } }',
    { ...CHAN, restriction },
  );

/** The id of the recognition of an organisation. */
async function recognitionOf(target: Target, organization: string): Promise<string> {
  const answer = await target.ask(
    'commissioner',
    '{ recognitions(first: 100) { edges { node { id subject { ... on Organization { id } } } } } }',
  );
  const edges = (valueAt(answer, 'recognitions.edges') ?? []) as readonly {
    readonly node: { readonly id: string; readonly subject: { readonly id?: string } | null };
  }[];
  const found = edges.find(({ node }) => node.subject?.id === organization)?.node.id;
  assert.ok(found !== undefined, 'the seed has a recognition of the hospital');
  return found;
}

const suspend = (target: Target, who: PersonaName, id: string) =>
  target.ask(
    who,
    'mutation Audit($id: ID!, $until: DateTime!) { suspendRecognition(id: $id, reason: "Audit of a gateway", until: $until) { id } }',
    { id, until: new Date(Date.now() + 14 * 86_400_000).toISOString() },
  );

const liftSuspension = (target: Target, who: PersonaName) => (id: string) =>
  target.ask(
    who,
    'mutation Audit($id: ID!) { liftSuspension(id: $id, reason: "Audit of a gateway") { status } }',
    { id },
  );

const read = async (target: Target, who: PersonaName): Promise<unknown> =>
  (await target.ask(who, RECORD, CHAN)).data;

const NOBODY = { patient: null };

/** Who changes what is permitted, and from when on it counts. */
export const CHANGES: Topic = {
  name: 'What is permitted changes at once',
  audits: [
    {
      id: 'f001',
      level: 'MUST',
      title:
        'MUST read by a sharing consent from when it is given, and by none from when it is revoked',
      needs: 'URL',
      check: async (target) => {
        assert.deepEqual(await read(target, 'dr-lee'), NOBODY);
        const consent = await giveSharingConsent(target, BAUHINIA_CLINIC);
        const given = await read(target, 'dr-lee');
        await revokeSharingConsent(target, consent);
        assert.deepEqual(await read(target, 'dr-lee'), NOBODY);
        assert.notDeepEqual(given, NOBODY);
      },
    },
    {
      id: 'f002',
      level: 'MUST',
      title: 'MUST withhold what a patient restricts from the next request on, until it is lifted',
      needs: 'URL',
      check: async (target) => {
        const before = await read(target, 'dr-wong');
        const input = { organization: LION_ROCK_HOSPITAL, scopes: ['ALLERGY_ADR'] };
        await during(
          () => restrict(target, input),
          liftRestriction(target),
          async () => {
            const answer = await target.ask('dr-wong', RECORD, CHAN);
            const left = valueAt(answer, 'patient.allergyIntolerances.totalCount') ?? 0;
            assert.equal(left, 0);
          },
        );
        assert.deepEqual(await read(target, 'dr-wong'), before);
      },
    },
    {
      id: 'f003',
      level: 'MUST',
      title: 'MUST find nobody abroad from when a recognition is suspended, until that is lifted',
      needs: 'URL',
      check: async (target) => {
        const before = await read(target, 'dr-li');
        const recognition = await recognitionOf(target, LIANHUA_BAY_HOSPITAL);
        await during(
          async () => {
            assert.deepEqual(refusalsOf(await suspend(target, 'commissioner', recognition)), []);
            return recognition;
          },
          liftSuspension(target, 'commissioner'),
          async () => {
            assert.deepEqual(await read(target, 'dr-li'), NOBODY);
          },
        );
        assert.deepEqual(await read(target, 'dr-li'), before);
      },
    },
    {
      id: 'f004',
      level: 'MUST',
      title: 'MUST let nobody but the office for it suspend a recognition, or lift a suspension',
      needs: 'URL',
      check: async (target) => {
        const recognition = await recognitionOf(target, LIANHUA_BAY_HOSPITAL);
        for (const who of ['dr-li', 'dr-wong', 'patient-chan', 'auditor'] as const) {
          for (const change of [
            await suspend(target, who, recognition),
            await liftSuspension(target, who)(recognition),
          ]) {
            const [value = null] = Object.values(change.data ?? {}) as unknown[];
            assert.equal(value, null, who);
          }
        }
        assert.notDeepEqual(await read(target, 'dr-li'), NOBODY);
      },
    },
    {
      id: 'f005',
      level: 'MUST',
      title: 'MUST let no professional, caregiver or office give a consent in a patient’s place',
      needs: 'URL',
      check: async (target) => {
        for (const who of ['dr-lee', 'caregiver-chan', 'sdm-chan', 'commissioner'] as const)
          await assert.rejects(giveSharingConsent(target, BAUHINIA_CLINIC, who), who);
        assert.deepEqual(await read(target, 'dr-lee'), NOBODY);
      },
    },
    {
      id: 'f008',
      level: 'MUST',
      title: 'MUST open nothing by a step-up whose code is wrong',
      needs: 'URL',
      check: async (target) => {
        const asked = await target.ask(
          'dr-wong',
          'mutation Audit($id: ID!) { requestStepUp(patient: $id, reason: "Audit of a gateway") { id } }',
          CHAN,
        );
        const challenge = String(valueAt(asked, 'requestStepUp.id'));
        const confirmed = await target.ask(
          'dr-wong',
          'mutation Audit($id: ID!, $challenge: ID!) { confirmStepUp(patient: $id, challenge: $challenge, code: "00000000") { id } }',
          { ...CHAN, challenge },
        );
        assert.equal(valueAt(confirmed, 'confirmStepUp'), null);
        const answer = await askOfChan(
          target,
          'dr-wong',
          'allergyIntolerances(restricted: true) { totalCount }',
        );
        assert.equal(valueAt(answer, 'patient.allergyIntolerances'), null);
      },
    },
    {
      id: 'f009',
      level: 'MUST',
      title: 'MUST ask no patient for a step-up or an emergency from abroad',
      needs: 'URL',
      check: async (target) => {
        for (const mutation of ['requestStepUp', 'declareEmergency']) {
          const answer = await target.ask(
            'dr-li',
            `mutation Audit($id: ID!) { ${mutation}(patient: $id, reason: "Audit of a gateway") { id } }`,
            CHAN,
          );
          assert.equal(valueAt(answer, mutation) ?? null, null, mutation);
        }
      },
    },
  ],
};
