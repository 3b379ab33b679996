/** Every access is on record, for the patient and for who oversees. */
import assert from 'node:assert/strict';
import { LIANHUA_BAY_HOSPITAL, PATIENT_CHAN, PEARL_ISLET_HOSPITAL } from '@causeway/seeds/ids';
import type { PersonaName } from '@causeway/seeds/personas';
import type { Topic } from '../audit.js';
import { CHAN, RECORD, askOfChan } from '../questions.js';
import { valueAt } from '../target.js';
import type { Target } from '../target.js';

interface Event {
  readonly id: string;
  readonly outcome: string;
  readonly release: string;
  readonly scopes: readonly string[];
  readonly agent: readonly { readonly organization: { readonly id: string } | null }[];
}

/** The newest events that the patient reads, of others. */
async function trailOf(target: Target): Promise<readonly Event[]> {
  const answer = await target.ask(
    'patient-chan',
    '{ me { auditEvents(first: 20) { edges { node { id outcome release scopes agent { organization { id } } } } } } }',
  );
  const edges = (valueAt(answer, 'me.auditEvents.edges') ?? []) as readonly { node: Event }[];
  return edges.map(({ node }) => node);
}

/** What came onto the record of Chan Tai Man from an organisation by one question. */
async function recordedOf(target: Target, who: PersonaName, organization: string) {
  const known = new Set((await trailOf(target)).map(({ id }) => id));
  await target.ask(who, RECORD, CHAN);
  return (await trailOf(target)).filter(
    ({ id, agent }) => !known.has(id) && agent.some((one) => one.organization?.id === organization),
  );
}

/** What is on record, and who reads it. */
export const TRAIL: Topic = {
  name: 'What is on record',
  audits: [
    {
      id: '1001',
      level: 'MUST',
      title:
        'MUST have an access on the patient’s record once it is answered: who, and the categories released',
      needs: 'URL',
      check: async (target) => {
        const [event, ...more] = await recordedOf(target, 'dr-li', LIANHUA_BAY_HOSPITAL);
        assert.deepEqual(more, []);
        assert.deepEqual(
          [event?.outcome, event?.release, [...(event?.scopes ?? [])].sort()],
          ['PERMIT', 'RELEASED', ['ALLERGY_ADR', 'PERSON']],
        );
      },
    },
    {
      id: '1002',
      level: 'MUST',
      title: 'MUST have an access that was denied on the patient’s record',
      needs: 'URL',
      check: async (target) => {
        const [event, ...more] = await recordedOf(target, 'dr-zhao', PEARL_ISLET_HOSPITAL);
        assert.deepEqual(more, []);
        assert.deepEqual([event?.release, event?.scopes], ['WITHHELD', []]);
      },
    },
    {
      id: '1003',
      level: 'MUST',
      title: 'MUST let no provider read who else has asked',
      needs: 'URL',
      check: async (target) => {
        for (const who of ['dr-li', 'dr-wong'] as const) {
          const answer = await askOfChan(target, who, 'auditEvents { totalCount }');
          assert.equal(valueAt(answer, 'patient.auditEvents') ?? null, null, who);
        }
      },
    },
    {
      id: '1004',
      level: 'MUST',
      title: 'MUST name no patient in the register of what crossed the boundary',
      needs: 'URL',
      check: async (target) => {
        await target.ask('dr-li', RECORD, CHAN);
        const answer = await target.ask(
          'commissioner',
          '{ transfers(first: 50) { edges { node { id at categories { category count } organization { id } grant event } } } }',
        );
        assert.notEqual(valueAt(answer, 'transfers.edges.0'), undefined);
        assert.doesNotMatch(answer.text, new RegExp(`${PATIENT_CHAN}|CHAN Tai Man`));
      },
    },
    {
      id: '1005',
      level: 'MUST',
      title:
        'MUST give the trail of all patients to the offices that oversee it, and to nobody else',
      needs: 'URL',
      check: async (target) => {
        const query = '{ auditEvents(first: 1) { totalCount } }';
        const office = await target.ask('auditor', query);
        assert.ok(Number(valueAt(office, 'auditEvents.totalCount')) > 0);
        for (const who of ['patient-chan', 'dr-wong', 'dr-li', 'secretary'] as const) {
          const answer = await target.ask(who, query);
          assert.equal(valueAt(answer, 'auditEvents') ?? null, null, who);
        }
      },
    },
  ],
};
