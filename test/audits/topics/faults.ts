/** Subgraphs that forget what they were told, and those that fail. */
import assert from 'node:assert/strict';
import type { Permit, SubgraphName } from '@causeway/schema';
import { CHILD_CHAN, PATIENT_CHAN, SDM_CHAN } from '@causeway/seeds/ids';
import type { Topic } from '../audit.js';
import { CHAN, askOfChan, page } from '../questions.js';
import { refusalsOf, valueAt } from '../target.js';
import type { Answer, Target } from '../target.js';
import type { Forgotten, Witness } from '../witness.js';

/** A name of the patients subgraph, and a list of the records subgraph that tells all there is to tell. */
const SELECTION = `name { text } ${page('allergyIntolerances', 'first: 100', 'id code { text } clinicalDate')}`;

/** Asks as Dr Li while a subgraph forgets something of what it was told. */
function askWhileForgotten(
  target: Target,
  witness: Witness,
  subgraph: SubgraphName,
  forgotten: Forgotten,
): Promise<Answer> {
  witness.misbehave((asked, answer) =>
    asked.subgraph === subgraph && asked.use === 'data' ? answer(forgotten) : answer(),
  );
  return askOfChan(target, 'dr-li', SELECTION);
}

/** Expects that records which a subgraph should have withheld cost the whole list: its counts and cursors, too. */
async function expectListWithheld(
  target: Target,
  witness: Witness,
  permits: (permit: Permit) => Permit,
): Promise<void> {
  const answer = await askWhileForgotten(target, witness, 'records', { permits });
  assert.ok(witness.data('records').length > 0, 'the records subgraph was asked');
  assert.equal(valueAt(answer, 'patient.allergyIntolerances') ?? null, null);
  assert.deepEqual(refusalsOf(answer), [['patient.allergyIntolerances', 'SUBGRAPH_FAILED']]);
}

const otherPatient = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value).replaceAll(PATIENT_CHAN, CHILD_CHAN)) as Value;

/** Takes the child for Chan Tai Man, in permits and variables alike, whatever these are called. */
const MISTAKEN: Forgotten = { permits: otherPatient, variables: otherPatient };

/** What a mother asks of herself and of her child. */
const BOTH = `query ($own: ID!, $child: ID!) {
  own: patient(id: $own) { ${page('immunizations', 'first: 100', 'id')} }
  child: patient(id: $child) { ${page('immunizations', 'first: 100', 'id')} }
}`;

/** Takes mother and child for each other. */
const confused = <Value>(value: Value): Value =>
  JSON.parse(
    JSON.stringify(value).replaceAll(new RegExp(`${SDM_CHAN}|${CHILD_CHAN}`, 'g'), (id) =>
      id === SDM_CHAN ? CHILD_CHAN : SDM_CHAN,
    ),
  ) as Value;

const INNARDS = {
  status: 200,
  body: JSON.stringify({
    data: null,
    errors: [
      {
        message: 'SQLITE_BUSY near 4711',
        extensions: { code: 'INTERNAL', stack: ['at x.js:1:1'] },
      },
    ],
  }),
};

/** How an owner of facts, or the audit log, fails. */
const FAILURES = [
  { status: 503, body: '' },
  { status: 200, body: '{"data":null}' },
  {
    status: 200,
    body: '{"data":{"patientFacts":["yes"],"providerFacts":["yes"],"consentFacts":["yes"],"recordAccess":0}}',
  },
];

async function expectUnavailable(
  target: Target,
  witness: Witness,
  at: { readonly subgraph: SubgraphName; readonly use: 'facts' | 'audit' },
): Promise<void> {
  for (const failure of FAILURES) {
    witness.reset();
    witness.misbehave(({ subgraph, use }, answer) =>
      subgraph === at.subgraph && use === at.use ? Promise.resolve(failure) : answer(),
    );
    const answer = await askOfChan(target, 'dr-wong', SELECTION);
    assert.equal(answer.data ?? null, null);
    assert.deepEqual(
      answer.errors.map(({ extensions }) => extensions?.['code']),
      ['POLICY_UNAVAILABLE'],
    );
    if (at.use === 'facts') assert.deepEqual(witness.data(), []);
  }
}

/** What comes of the faults of others. */
export const FAULTS: Topic = {
  name: 'Subgraphs that misbehave, and those that fail',
  audits: [
    {
      id: '3001',
      level: 'MUST',
      title:
        'MUST release nothing of a list in which a subgraph answers with restricted records, not even a count',
      needs: 'SUBGRAPHS',
      check: (target, witness) =>
        expectListWithheld(target, witness, (permit) => ({
          ...permit,
          confidentiality: ['N', 'R', 'V'],
        })),
    },
    {
      id: '3002',
      level: 'MUST',
      title:
        'MUST release nothing of a list in which a subgraph answers with records older than the look-back',
      needs: 'SUBGRAPHS',
      check: (target, witness) =>
        expectListWithheld(target, witness, (permit) => ({ ...permit, windowStart: null })),
    },
    {
      id: '3003',
      level: 'MUST',
      title:
        'MUST release nothing of another patient whom a subgraph answers with in place of the one asked for',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        const answer = await askWhileForgotten(target, witness, 'patients', MISTAKEN);
        assert.equal(valueAt(answer, 'patient'), null);
        assert.doesNotMatch(answer.text, /CHAN/);
        assert.deepEqual(witness.data('records'), []);
      },
    },
    {
      id: '3004',
      level: 'MUST',
      title: 'MUST release no records of another patient that a subgraph answers with',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        const answer = await askWhileForgotten(target, witness, 'records', MISTAKEN);
        assert.equal(valueAt(answer, 'patient.allergyIntolerances') ?? null, null);
      },
    },
    {
      id: '3005',
      level: 'MUST',
      title: 'MUST pass on nothing of what an error of a subgraph says',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        witness.misbehave(({ subgraph, use }, answer) =>
          subgraph === 'records' && use === 'data' ? Promise.resolve(INNARDS) : answer(),
        );
        const answer = await askOfChan(target, 'dr-li', SELECTION);
        assert.doesNotMatch(answer.text, /SQLITE|4711|x\.js/);
        assert.deepEqual(refusalsOf(answer), [['patient.allergyIntolerances', 'SUBGRAPH_FAILED']]);
      },
    },
    {
      id: '3006',
      level: 'SHOULD',
      title: 'SHOULD release what is permitted of other subgraphs where one fails',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        witness.misbehave(({ subgraph, use }, answer) =>
          subgraph === 'records' && use === 'data'
            ? Promise.resolve({ status: 500, body: '' })
            : answer(),
        );
        const answer = await askOfChan(target, 'dr-li', SELECTION);
        assert.notEqual(valueAt(answer, 'patient.name.0.text'), undefined);
        assert.equal(valueAt(answer, 'patient.allergyIntolerances'), null);
      },
    },
    ...(['patients', 'providers', 'consents'] as const).map(
      (subgraph, position) =>
        ({
          id: `300${7 + position}`,
          level: 'MUST',
          title: `MUST answer POLICY_UNAVAILABLE, and fetch nothing, where ${subgraph} tells no facts`,
          needs: 'SUBGRAPHS',
          check: (target: Target, witness: Witness) =>
            expectUnavailable(target, witness, { subgraph, use: 'facts' }),
        }) as const,
    ),
    {
      id: '300a',
      level: 'MUST',
      title:
        'MUST answer POLICY_UNAVAILABLE, and release nothing, where the audit log takes no event',
      needs: 'SUBGRAPHS',
      check: (target, witness) =>
        expectUnavailable(target, witness, { subgraph: 'consents', use: 'audit' }),
    },
    {
      id: '300b',
      level: 'MUST',
      title: 'MUST let no byte of an answer leave before its event is on record',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        let isRecorded = false;
        witness.misbehave(async ({ use }, answer) => {
          const response = await answer();
          if (use === 'audit') {
            await new Promise((resolve) => setTimeout(resolve, 100));
            isRecorded = true;
          }
          return response;
        });
        const answer = await askOfChan(target, 'dr-li', SELECTION);
        assert.equal(
          valueAt(answer, 'patient.allergyIntolerances.edges.0.node.id') === undefined,
          false,
        );
        assert.ok(isRecorded);
      },
    },
    {
      id: '300c',
      level: 'SHOULD',
      title: 'SHOULD answer what is about no patient where the audit log takes no event',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        witness.misbehave(({ use }, answer) =>
          use === 'audit' ? Promise.resolve({ status: 503, body: '' }) : answer(),
        );
        const answer = await target.ask(
          'dr-wong',
          '{ recognitions(first: 1) { totalCount } }',
          CHAN,
        );
        assert.deepEqual(refusalsOf(answer), []);
      },
    },
    {
      id: '300d',
      level: 'MUST',
      title:
        'MUST release nothing of two permitted patients under each other where a subgraph confuses them',
      needs: 'SUBGRAPHS',
      check: async (target, witness) => {
        const asked = { own: SDM_CHAN, child: CHILD_CHAN };
        const told = await target.ask('sdm-chan', BOTH, asked);
        assert.notEqual(valueAt(told, 'child.immunizations.edges.0.node.id'), undefined);
        witness.misbehave(({ subgraph, use }, answer) =>
          subgraph === 'records' && use === 'data'
            ? answer({ permits: confused, variables: confused })
            : answer(),
        );
        const answer = await target.ask('sdm-chan', BOTH, asked);
        assert.equal(valueAt(answer, 'own.immunizations') ?? null, null);
        assert.equal(valueAt(answer, 'child.immunizations') ?? null, null);
      },
    },
  ],
};
