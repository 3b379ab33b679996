/** What stands around an answer: methods, headers, errors. */
import assert from 'node:assert/strict';
import { PATIENT_CHAN } from '@causeway/seeds/ids';
import type { Topic } from '../audit.js';
import { CHAN, RECORD, askOfChan, patientWith } from '../questions.js';
import type { Target } from '../target.js';

const MUTATION =
  'mutation Audit($id: ID!) { requestStepUp(patient: $id, reason: "An audit of the gateway") { id } }';

/** What an error may tell beside its message. */
const TOLD = new Set(['code', 'scope', 'requestable', 'documentation']);

const searchOf = (query: string): string =>
  `?${new URLSearchParams({ query, variables: JSON.stringify(CHAN) }).toString()}`;

/** Answers in which much is refused, and in many ways. */
async function refusedAnswers(target: Target) {
  return Promise.all([
    askOfChan(target, 'dr-li', 'hkid conditions { totalCount } imagingStudies { totalCount }'),
    askOfChan(target, 'pharmacist-ng', 'imagingStudies { totalCount }'),
    askOfChan(target, 'dr-wong', 'allergyIntolerances(restricted: true) { totalCount }'),
    askOfChan(target, 'dr-li', 'noSuchField'),
    target.ask('dr-li', '{', CHAN),
    target.ask('dr-li', RECORD, {}),
    target.ask(null, RECORD, CHAN),
    target.ask(await target.bearer('dr-li', null), RECORD, CHAN),
  ]);
}

/** What goes with an answer, and by which ways one is given. */
export const TRANSPORT: Topic = {
  name: 'What goes with an answer',
  audits: [
    {
      id: 'e001',
      level: 'MUST',
      title:
        'MUST tell in the extensions of an error code, scope, requestable and documentation, and nothing else',
      needs: 'URL',
      check: async (target) => {
        for (const { errors } of await refusedAnswers(target)) {
          assert.ok(errors.length > 0);
          for (const { extensions = {} } of errors)
            assert.deepEqual(
              Object.keys(extensions).filter((name) => !TOLD.has(name)),
              [],
            );
        }
      },
    },
    {
      id: 'e002',
      level: 'MUST',
      title: 'MUST name no person and nothing of its insides in an error',
      needs: 'URL',
      check: async (target) => {
        for (const { errors } of await refusedAnswers(target)) {
          const told = JSON.stringify(errors);
          assert.doesNotMatch(told, new RegExp(`${PATIENT_CHAN}|CHAN|SQLITE|ECONN|node_modules`));
          assert.doesNotMatch(told, /\bat .*:\d+:\d+/);
        }
      },
    },
    {
      id: 'e003',
      level: 'MUST',
      title: 'MUST mark every answer no-store',
      needs: 'URL',
      check: async (target) => {
        const answers = [
          await target.ask('dr-li', RECORD, CHAN),
          await target.ask('dr-zhao', RECORD, CHAN),
          ...(await refusedAnswers(target)),
        ];
        for (const { headers } of answers)
          assert.match(headers.get('cache-control') ?? '', /no-store/);
      },
    },
    {
      id: 'e004',
      level: 'MUST',
      title: 'MUST run no mutation by GET',
      needs: 'URL',
      check: async (target) => {
        const answer = await target.send('dr-wong', {
          method: 'GET',
          at: searchOf(MUTATION),
          headers: { 'apollo-require-preflight': 'true', 'x-graphql-yoga-csrf': 'true' },
        });
        assert.ok(answer.status >= 400, `answers ${answer.status}`);
        assert.equal(answer.data ?? null, null);
      },
    },
    {
      id: 'e005',
      level: 'MUST',
      title: 'MUST answer no request that a page of another site could send without asking first',
      needs: 'URL',
      check: async (target) => {
        const body = JSON.stringify({ query: RECORD, variables: CHAN });
        const simple = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
        const answers = [
          await target.send('dr-wong', { method: 'GET', at: searchOf(RECORD) }),
          ...(await Promise.all(
            simple.map((type) =>
              target.send('dr-wong', { method: 'POST', headers: { 'content-type': type }, body }),
            ),
          )),
        ];
        for (const { status, text } of answers) {
          assert.ok(status >= 400, `answers ${status}`);
          assert.doesNotMatch(text, /CHAN/);
        }
      },
    },
    {
      id: 'e006',
      level: 'MUST',
      title: 'MUST let no page of another site read an answer',
      needs: 'URL',
      check: async (target) => {
        const answer = await target.send('dr-wong', {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
          body: JSON.stringify({ query: RECORD, variables: CHAN }),
        });
        const allowed = answer.headers.get('access-control-allow-origin');
        assert.ok(allowed !== '*' && allowed !== 'https://elsewhere.example');
      },
    },
    {
      id: 'e007',
      level: 'SHOULD',
      title: 'SHOULD answer 400 to what is no GraphQL over HTTP',
      needs: 'URL',
      check: async (target) => {
        for (const body of ['', '{', 'null', '[]', '{"query":1}', '{"variables":{}}']) {
          const answer = await target.send('dr-wong', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
          });
          assert.equal(answer.status, 400, body);
        }
      },
    },
    {
      id: 'e008',
      level: 'SHOULD',
      title: 'SHOULD suggest no name where a field does not exist',
      needs: 'URL',
      check: async (target) => {
        const answer = await target.ask('dr-li', patientWith('hkidd'), CHAN);
        assert.doesNotMatch(answer.text, /hkid"|did you mean/i);
      },
    },
  ],
};
