/** What could be guessed of what is withheld: by counts, pages, cursors, filters, summaries and refusals. */
import assert from 'node:assert/strict';
import { expectedCount } from '@causeway/seeds';
import { CHILD_CHAN, GRANT_LI, PATIENT_CHAN, UNKNOWN_PATIENT } from '@causeway/seeds/ids';
import { NotApplicable } from '../audit.js';
import type { Topic } from '../audit.js';
import { askOfChan, page, patientWith, tellTale } from '../questions.js';
import { refusalsOf, valueAt } from '../target.js';
import type { Target } from '../target.js';

/** A record as its patient sees it. */
interface OwnRecord {
  readonly id: string;
  readonly code: { readonly coding: readonly { readonly code: string | null }[] | null } | null;
  readonly security: readonly { readonly code: string | null }[];
}

interface OwnEdge {
  readonly cursor: string;
  readonly node: OwnRecord;
}

/** All allergies as the patient sees them. */
async function ownAllergies(target: Target): Promise<readonly OwnEdge[]> {
  const answer = await askOfChan(
    target,
    'patient-chan',
    page('allergyIntolerances', 'first: 100', 'id code { coding { code } } security { code }'),
  );
  return (valueAt(answer, 'patient.allergyIntolerances.edges') ?? []) as readonly OwnEdge[];
}

const isRestricted = ({ security }: OwnRecord): boolean =>
  security.some(({ code }) => code === 'R' || code === 'V');

const codesOf = ({ code }: OwnRecord): readonly string[] =>
  (code?.coding ?? []).flatMap((coding) => coding.code ?? []);

/** A restricted record of which somebody can know neither the code nor the place in the list. */
async function hiddenAllergy(target: Target): Promise<OwnEdge & { readonly hiddenCode: string }> {
  const edges = await ownAllergies(target);
  const shown = new Set(
    edges.filter(({ node }) => !isRestricted(node)).flatMap(({ node }) => codesOf(node)),
  );
  for (const edge of edges) {
    const hiddenCode = codesOf(edge.node).find((code) => !shown.has(code));
    if (isRestricted(edge.node) && hiddenCode !== undefined) return { ...edge, hiddenCode };
  }
  throw new NotApplicable('the seed has no restricted record with a code of its own');
}

/** What is not to be known of records: nothing about them, nor how many. */
export const ORACLES: Topic = {
  name: 'What is withheld is not to be guessed',
  audits: [
    {
      id: 'b001',
      level: 'MUST',
      title: 'MUST fill every page but the last, and come to the very number that is told',
      needs: 'URL',
      check: async (target) => {
        const size = 3;
        const ids = new Set<string>();
        let after: string | null = null;
        const expected = expectedCount('allergyIntolerances', ['N'], 'THREE_YEARS');
        for (let first = 0; first < expected; first += size) {
          const answer = await askOfChan(
            target,
            'dr-li',
            page(
              'allergyIntolerances',
              `first: ${size}${after === null ? '' : `, after: ${JSON.stringify(after)}`}`,
            ),
          );
          const list = valueAt(answer, 'patient.allergyIntolerances') as {
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
            edges: { node: { id: string } }[];
          };
          for (const { node } of list.edges) ids.add(node.id);
          assert.deepEqual(
            [list.totalCount, list.edges.length, list.pageInfo.hasNextPage],
            [expected, Math.min(size, expected - first), first + size < expected],
          );
          after = list.pageInfo.endCursor;
        }
        assert.equal(ids.size, expected);
      },
    },
    {
      id: 'b002',
      level: 'MUST',
      title: 'MUST find no more by the code of a withheld record than by a code of no record',
      needs: 'URL',
      check: async (target) => {
        const { hiddenCode } = await hiddenAllergy(target);
        for (const who of ['dr-wong', 'dr-li'] as const) {
          const by = (code: string) =>
            askOfChan(
              target,
              who,
              page('allergyIntolerances', `first: 5, code: [{ code: ${JSON.stringify(code)} }]`),
            );
          assert.deepEqual(tellTale(await by(hiddenCode)), tellTale(await by('nobodys-code')), who);
        }
      },
    },
    {
      id: 'b003',
      level: 'MUST',
      title:
        'MUST find nothing in a period before the look-back, as in a period in which there is nothing',
      needs: 'URL',
      check: async (target) => {
        const within = async (start: string, end: string): Promise<unknown> => {
          const answer = await askOfChan(
            target,
            'dr-li',
            page('medicationRequests', `first: 5, period: { start: "${start}", end: "${end}" }`),
          );
          return tellTale(answer);
        };
        // The grant looks back three years.
        const end = `${new Date().getUTCFullYear() - 4}-12-31`;
        const own = await askOfChan(
          target,
          'patient-chan',
          page('medicationRequests', `first: 5, period: { start: "2000-01-01", end: "${end}" }`),
        );
        assert.ok(Number(valueAt(own, 'patient.medicationRequests.totalCount')) > 0);
        assert.deepEqual(await within('2000-01-01', end), await within('1901-01-01', '1902-12-31'));
      },
    },
    {
      id: 'b004',
      level: 'MUST',
      title: 'MUST release no withheld record to who has its cursor',
      needs: 'URL',
      check: async (target) => {
        const edges = await ownAllergies(target);
        const hidden = new Set(
          edges.filter(({ node }) => isRestricted(node)).map(({ node }) => node.id),
        );
        for (const { cursor } of edges) {
          for (const side of ['first: 2, after', 'last: 2, before']) {
            const args = `${side}: ${JSON.stringify(cursor)}`;
            const answer = await askOfChan(target, 'dr-wong', page('allergyIntolerances', args));
            for (const id of hidden) assert.ok(!answer.text.includes(id), `${args} gives ${id}`);
          }
        }
      },
    },
    {
      id: 'b005',
      level: 'MUST',
      title: 'MUST tell in summaries the counts of its lists, and no others',
      needs: 'URL',
      check: async (target) => {
        const answer = await askOfChan(
          target,
          'dr-li',
          'recordSummary { allergyAdr { count } diagnosis { count } } allergyIntolerances { totalCount }',
        );
        assert.equal(
          valueAt(answer, 'patient.recordSummary.allergyAdr.count'),
          valueAt(answer, 'patient.allergyIntolerances.totalCount'),
        );
        assert.equal(valueAt(answer, 'patient.recordSummary.diagnosis'), null);
      },
    },
    {
      id: 'b006',
      level: 'MUST',
      title: 'MUST refuse a list alike, whatever a filter on it would find',
      needs: 'URL',
      check: async (target) => {
        const refusal = async (filter: string): Promise<unknown> => {
          const selection = `conditions(first: 1${filter}) { totalCount }`;
          const answer = await askOfChan(target, 'dr-li', selection);
          // A gateway that cannot answer now refuses nothing, and says nothing of what a filter finds.
          const refused = [['patient.conditions', 'CONSENT_REQUIRED', 'DIAGNOSIS']];
          assert.deepEqual(refusalsOf(answer), refused, `got ${answer.status} ${answer.text}`);
          return tellTale(answer);
        };
        const unfiltered = await refusal('');
        for (const filter of [', code: [{ code: "x" }]', ', status: ["active"]'])
          assert.deepEqual(await refusal(filter), unfiltered);
      },
    },
    {
      id: 'b007',
      level: 'MUST',
      title:
        'MUST answer STEP_UP_REQUIRED where restricted records are asked for, whether or not there are any',
      needs: 'URL',
      check: async (target) => {
        const lists = ['allergyIntolerances', 'immunizations'] as const;
        assert.deepEqual(
          lists.map((list) => expectedCount(list, ['R', 'V'], 'UNBOUNDED') > 0),
          [true, false],
        );
        for (const list of lists) {
          const answer = await askOfChan(
            target,
            'dr-wong',
            `${list}(first: 1, restricted: true) { totalCount }`,
          );
          assert.equal(valueAt(answer, `patient.${list}`), null);
          assert.deepEqual(
            answer.errors.map(({ extensions }) => extensions?.['code']),
            ['STEP_UP_REQUIRED'],
          );
        }
      },
    },
    {
      id: 'b008',
      level: 'MUST',
      title: 'MUST answer a change of what is somebody else’s as a change of what is not there',
      needs: 'URL',
      check: async (target) => {
        const document =
          'mutation Audit($id: ID!, $grant: ID!) { revokeGrant(patient: $id, id: $grant) { id } }';
        const revoke = (grant: string) =>
          target.ask('sdm-chan', document, { id: CHILD_CHAN, grant });
        assert.deepEqual(
          tellTale(await revoke(GRANT_LI)),
          tellTale(await revoke('00000000-0000-4000-8000-000000000000')),
        );
        const grant = await target.ask('dr-li', '{ myGrant { state } }');
        assert.equal(valueAt(grant, 'myGrant.state'), 'REDEEMED');
      },
    },
    {
      id: 'b009',
      level: 'MUST',
      title:
        'MUST take no id that is wrongly formed for a reason to answer otherwise than for an unknown one, or refuse it for its form alone',
      needs: 'URL',
      check: async (target) => {
        const ask = (id: string) => target.ask('dr-zhao', patientWith('name { text }'), { id });
        const known = await ask(PATIENT_CHAN.toUpperCase());
        const unknown = await ask(UNKNOWN_PATIENT.toUpperCase());
        assert.deepEqual(tellTale(known), tellTale(unknown));
      },
    },
    {
      id: 'b00a',
      level: 'MUST',
      title:
        'MUST refuse by profession and scope alone: two categories behind the same step-up are refused alike',
      needs: 'URL',
      check: async (target) => {
        const refusal = async (list: string): Promise<unknown> =>
          refusalsOf(await askOfChan(target, 'pharmacist-ng', `${list} { totalCount }`)).map(
            ([, code]) => code,
          );
        assert.deepEqual(await refusal('imagingStudies'), await refusal('birthRecords'));
      },
    },
  ],
};
