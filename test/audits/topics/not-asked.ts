/** What is refused is not asked for, and what is asked for carries no more than it needs. */
import assert from 'node:assert/strict';
import { CHILD_CHAN, BAUHINIA_CLINIC, PATIENT_CHAN, UNKNOWN_PATIENT } from '@causeway/seeds/ids';
import type { Topic } from '../audit.js';
import { CHAN, RECORD, askOfChan, patientWith } from '../questions.js';
import { valueAt } from '../target.js';
import type { Witness } from '../witness.js';
import { giveSharingConsent, revokeSharingConsent } from './sharing-consent.js';

const askedFor = (witness: Witness): string =>
  witness
    .data()
    .map(({ query }) => query)
    .join('\n');

/** What the subgraphs are asked. */
export const NOT_ASKED: Topic = {
  name: 'What is refused is not asked for',
  audits: [
    {
      id: '2001',
      level: 'MUST',
      title: 'MUST ask no subgraph for data of a patient for whom there is no permit',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        for (const who of ['dr-lee', 'dr-zhao', 'dr-he', 'dr-guo'] as const)
          await target.ask(who, RECORD, CHAN);
        assert.deepEqual(
          witness.data().map(({ query }) => query),
          [],
        );
      },
    },
    {
      id: '2002',
      level: 'MUST',
      title:
        'MUST ask the subgraphs the same for a patient who is denied as for one who does not exist',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        const calls = async (id: string): Promise<unknown> => {
          witness.reset();
          await target.ask('dr-li', RECORD, { id });
          return witness.all().map(({ subgraph, use, query }) => [subgraph, use, query]);
        };
        assert.deepEqual(await calls(CHILD_CHAN), await calls(UNKNOWN_PATIENT));
      },
    },
    {
      id: '2003',
      level: 'MUST',
      title: 'MUST ask no subgraph for a field that is known to be refused',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        const answer = await askOfChan(
          target,
          'dr-li',
          'name { text } hkid address { text } conditions { totalCount } imagingStudies { totalCount }',
        );
        assert.notEqual(valueAt(answer, 'patient.name.0'), undefined);
        assert.ok(witness.data().length > 0);
        assert.doesNotMatch(askedFor(witness), /\b(hkid|address|conditions|imagingStudies)\b/);
      },
    },
    {
      id: '2004',
      level: 'MUST',
      title: 'MUST ask no subgraph for what a profession sees by step-up alone',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        await askOfChan(target, 'pharmacist-ng', 'name { text } imagingStudies { totalCount }');
        assert.doesNotMatch(askedFor(witness), /imagingStudies/);
      },
    },
    {
      id: '2005',
      level: 'MUST',
      title: 'MUST ask no subgraph anything for who has no token or states no purpose',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        await target.ask(null, RECORD, CHAN);
        await target.ask(await target.bearer('dr-li', null), RECORD, CHAN);
        assert.deepEqual(witness.all(), []);
      },
    },
    {
      id: '2006',
      level: 'MUST',
      title:
        'MUST send along decisions on the patients of a fetch alone, and no more scopes than were permitted',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        await target.ask('dr-li', RECORD, CHAN);
        const permits = witness.data().flatMap((asked) => asked.permits);
        assert.ok(permits.length > 0);
        const granted = new Set(['PERSON', 'ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT', 'GRANT']);
        for (const { patient, scopes, confidentiality, windowStart } of permits) {
          assert.equal(patient, PATIENT_CHAN);
          assert.deepEqual(
            scopes.filter((scope) => !granted.has(scope)),
            [],
          );
          assert.deepEqual([...confidentiality], ['N']);
          assert.notEqual(windowStart, null);
        }
      },
    },
    {
      id: '2007',
      level: 'MUST',
      title: 'MUST hand the caller’s token to no subgraph',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        const bearer = await target.bearer('dr-wong');
        await target.ask(bearer, RECORD, CHAN);
        assert.ok(witness.all().length > 0);
        for (const { text } of witness.all()) assert.ok(!text.includes(bearer.token));
      },
    },
    {
      id: '2008',
      level: 'MUST',
      title:
        'MUST ask for nothing more once a consent is revoked in the middle of an operation, and release nothing',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        const consent = await giveSharingConsent(target, BAUHINIA_CLINIC);
        const state = { isRevoked: false };
        try {
          witness.reset();
          witness.misbehave(async ({ subgraph, use }, answer) => {
            const response = await answer();
            if (subgraph === 'patients' && use === 'data' && !state.isRevoked) {
              state.isRevoked = true;
              await revokeSharingConsent(target, consent);
            }
            return response;
          });
          const answer = await target.ask('dr-lee', RECORD, CHAN);
          assert.ok(state.isRevoked, 'the patients subgraph was asked');
          assert.deepEqual(witness.data('records'), []);
          assert.deepEqual(answer.data, { patient: null });
        } finally {
          if (!state.isRevoked) await revokeSharingConsent(target, consent);
        }
      },
    },
    {
      id: '2009',
      level: 'MUST',
      title: 'MUST dispatch no deposit that is not authorised',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        await target.ask(
          'dr-li',
          'mutation Audit($input: DepositRecordsInput!) { depositRecords(input: $input) { id } }',
          { input: { patient: PATIENT_CHAN, idempotencyKey: 'audit-2009', bundle: {} } },
        );
        assert.deepEqual(witness.data(), []);
      },
    },
    {
      id: '200a',
      level: 'SHOULD',
      title: 'SHOULD pass no alias of a client on to a subgraph',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        await target.ask('dr-li', patientWith('anAliasOfTheClient: name { text }'), CHAN);
        assert.ok(witness.data().length > 0);
        assert.doesNotMatch(askedFor(witness), /anAliasOfTheClient/);
      },
    },
  ],
};
