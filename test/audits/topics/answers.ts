/** Eight people ask about one patient, and each gets an answer of their own. */
import assert from 'node:assert/strict';
import { expectedCount } from '@causeway/seeds';
import type { RecordField } from '@causeway/seeds';
import {
  CHILD_CHAN,
  NOT_JOINED_TANG,
  PATIENT_CHAN,
  SUSPENDED_LEUNG,
  SYSTEM_FUNG,
  UNKNOWN_PATIENT,
  WITHDRAWN_CHEUNG,
} from '@causeway/seeds/ids';
import type { PersonaName } from '@causeway/seeds/personas';
import type { Topic } from '../audit.js';
import { CHAN, RECORD, askOfChan, patientWith, tellTale } from '../questions.js';
import { refusalsOf, valueAt } from '../target.js';
import type { Target } from '../target.js';

const GRANTED = ['allergyIntolerances', 'medicationRequests', 'laboratoryReports'] as const;
const LISTS = [...GRANTED, 'conditions', 'imagingStudies'] as const;

type Levels = Parameters<typeof expectedCount>[1];
type Window = Parameters<typeof expectedCount>[2];

/** Holds the counts of lists against those that were counted by hand. */
async function expectCounts(
  target: Target,
  who: PersonaName,
  lists: readonly RecordField[],
  [levels, window]: readonly [Levels, Window],
): Promise<void> {
  const answer = await askOfChan(
    target,
    who,
    lists.map((list) => `${list}(first: 1) { totalCount }`).join(' '),
  );
  assert.deepEqual(
    lists.map((list) => [list, valueAt(answer, `patient.${list}.totalCount`)]),
    lists.map((list) => [list, expectedCount(list, levels, window)]),
  );
  assert.deepEqual(refusalsOf(answer), []);
}

/** Expects that somebody finds nobody at an id, without an error. */
async function expectNobody(target: Target, who: PersonaName, id = PATIENT_CHAN): Promise<void> {
  const answer = await target.ask(who, RECORD, { id });
  assert.deepEqual([answer.data, answer.errors], [{ patient: null }, []]);
}

/** Expects that somebody finds no clinical record, whatever else they find. */
async function expectNoRecords(target: Target, who: PersonaName): Promise<void> {
  const answer = await askOfChan(
    target,
    who,
    LISTS.map((list) => `${list} { totalCount }`).join(' '),
  );
  for (const list of LISTS) assert.equal(valueAt(answer, `patient.${list}`) ?? null, null, list);
}

/** What each caller is given. */
export const ANSWERS: Topic = {
  name: 'What each caller is given',
  audits: [
    {
      id: 'a001',
      level: 'MUST',
      title: 'MUST give a patient the whole of the record, restricted records included',
      needs: 'URL',
      check: (target) =>
        expectCounts(target, 'patient-chan', LISTS, [['N', 'R', 'V'], 'UNBOUNDED']),
    },
    {
      id: 'a002',
      level: 'MUST',
      title:
        'MUST give a professional at home, under a deemed consent, the normal records and no restricted one',
      needs: 'URL',
      check: (target) => expectCounts(target, 'dr-wong', LISTS, [['N'], 'UNBOUNDED']),
    },
    {
      id: 'a003',
      level: 'MUST',
      title:
        'MUST give a professional abroad what the grant names, as far back as it says, and normal records alone',
      needs: 'URL',
      check: (target) => expectCounts(target, 'dr-li', GRANTED, [['N'], 'THREE_YEARS']),
    },
    {
      id: 'a004',
      level: 'MUST',
      title:
        'MUST answer null and CONSENT_REQUIRED with the scope for a category that the grant does not name',
      needs: 'URL',
      check: async (target) => {
        const answer = await askOfChan(
          target,
          'dr-li',
          'conditions { totalCount } imagingStudies { totalCount }',
        );
        assert.deepEqual(answer.data, { patient: { conditions: null, imagingStudies: null } });
        assert.deepEqual(refusalsOf(answer), [
          ['patient.conditions', 'CONSENT_REQUIRED', 'DIAGNOSIS'],
          ['patient.imagingStudies', 'CONSENT_REQUIRED', 'RAD_IMAGE'],
        ]);
      },
    },
    {
      id: 'a005',
      level: 'MUST',
      title: 'MUST answer null and NOT_SHARABLE abroad for what never leaves Hong Kong',
      needs: 'URL',
      check: async (target) => {
        const answer = await askOfChan(target, 'dr-li', 'hkid address { text }');
        assert.deepEqual(answer.data, { patient: { hkid: null, address: null } });
        assert.deepEqual(refusalsOf(answer), [
          ['patient.hkid', 'NOT_SHARABLE'],
          ['patient.address', 'NOT_SHARABLE'],
        ]);
      },
    },
    {
      id: 'a006',
      level: 'MUST',
      title: 'MUST give at home what never leaves Hong Kong',
      needs: 'URL',
      check: async (target) => {
        const answer = await askOfChan(target, 'dr-wong', 'hkid');
        assert.equal(typeof valueAt(answer, 'patient.hkid'), 'string');
      },
    },
    {
      id: 'a007',
      level: 'MUST',
      title:
        'MUST answer null and STEP_UP_REQUIRED for a category that a profession sees by step-up alone',
      needs: 'URL',
      check: async (target) => {
        const answer = await askOfChan(target, 'pharmacist-ng', 'imagingStudies { totalCount }');
        assert.deepEqual(answer.data, { patient: { imagingStudies: null } });
        assert.deepEqual(refusalsOf(answer), [
          ['patient.imagingStudies', 'STEP_UP_REQUIRED', 'RAD_IMAGE'],
        ]);
      },
    },
    {
      id: 'a008',
      level: 'MUST',
      title: 'MUST find nobody for a private clinic without a sharing consent',
      needs: 'URL',
      check: (target) => expectNobody(target, 'dr-lee'),
    },
    {
      id: 'a009',
      level: 'MUST',
      title: 'MUST find nobody for a recognised hospital abroad without a grant',
      needs: 'URL',
      check: (target) => expectNobody(target, 'dr-zhao'),
    },
    {
      id: 'a00a',
      level: 'MUST',
      title: 'MUST find nobody under a grant to a hospital whose recognition is suspended',
      needs: 'URL',
      check: (target) => expectNobody(target, 'dr-he'),
    },
    {
      id: 'a00b',
      level: 'MUST',
      title: 'MUST find nobody for a hospital abroad that was never recognised',
      needs: 'URL',
      check: (target) => expectNobody(target, 'dr-guo'),
    },
    {
      id: 'a00c',
      level: 'MUST',
      title:
        'MUST answer for a patient who is denied as for one who does not exist: body, status and headers',
      needs: 'URL',
      check: async (target) => {
        for (const who of ['dr-lee', 'dr-zhao', 'dr-he', 'dr-guo', 'dr-li'] as const) {
          const unknown = await target.ask(who, RECORD, { id: UNKNOWN_PATIENT });
          const denied = await target.ask(who, RECORD, { id: CHILD_CHAN });
          assert.deepEqual(tellTale(denied), tellTale(unknown), who);
        }
      },
    },
    {
      id: 'a00d',
      level: 'MUST',
      title:
        'MUST answer for patients who have not joined, have withdrawn or are suspended as for one who does not exist',
      needs: 'URL',
      check: async (target) => {
        const unknown = await target.ask('dr-wong', RECORD, { id: UNKNOWN_PATIENT });
        for (const id of [NOT_JOINED_TANG, WITHDRAWN_CHEUNG, SUSPENDED_LEUNG])
          assert.deepEqual(
            tellTale(await target.ask('dr-wong', RECORD, { id })),
            tellTale(unknown),
          );
      },
    },
    {
      id: 'a00e',
      level: 'MUST',
      title:
        'MUST give a public health record system what the grant of the hospital it acts for covers, and nobody else',
      needs: 'URL',
      check: async (target) => {
        const own = await target.ask('phrs-gd', patientWith('name { text }'), { id: SYSTEM_FUNG });
        assert.notEqual(valueAt(own, 'patient.name.0.text'), undefined);
        await expectNobody(target, 'phrs-gd');
      },
    },
    {
      id: 'a00f',
      level: 'MUST',
      title:
        'MUST give a substitute decision maker the child’s record, and that of no other relative',
      needs: 'URL',
      check: async (target) => {
        const own = await target.ask('sdm-chan', RECORD, { id: CHILD_CHAN });
        assert.notEqual(valueAt(own, 'patient.name.0.text'), undefined);
        await expectNobody(target, 'sdm-chan');
      },
    },
    {
      id: 'a010',
      level: 'MUST',
      title: 'MUST give a caregiver, who may authorise, no record',
      needs: 'URL',
      check: (target) => expectNoRecords(target, 'caregiver-chan'),
    },
    {
      id: 'a011',
      level: 'MUST',
      title: 'MUST give no office a clinical record',
      needs: 'URL',
      check: async (target) => {
        for (const who of ['commissioner', 'secretary', 'auditor'] as const)
          await expectNoRecords(target, who);
      },
    },
    {
      id: 'a012',
      level: 'MUST',
      title: 'MUST give a clerk, who redeems links, no record',
      needs: 'URL',
      check: (target) => expectNoRecords(target, 'clerk-szh'),
    },
    {
      id: 'a013',
      level: 'MUST',
      title: 'MUST list to a professional no patient whom a look by id does not find',
      needs: 'URL',
      check: async (target) => {
        for (const who of ['dr-lee', 'dr-li', 'dr-zhao'] as const) {
          const listed = await target.ask(who, '{ myPatients(first: 100) { id } }');
          const patients = (valueAt(listed, 'myPatients') ?? []) as readonly { id: string }[];
          for (const { id } of patients.slice(0, 5)) {
            const found = await target.ask(who, patientWith('id'), { id });
            assert.deepEqual(found.data, { patient: { id } }, who);
          }
        }
      },
    },
    {
      id: 'a016',
      level: 'MUST',
      title:
        'MUST let a patient take images away, and a professional of another hospital look at them only',
      needs: 'URL',
      check: async (target) => {
        const actions = async (who: PersonaName): Promise<ReadonlySet<string>> => {
          const answer = await askOfChan(
            target,
            who,
            'imagingStudies(first: 50) { edges { node { permittedActions } } }',
          );
          const edges = valueAt(answer, 'patient.imagingStudies.edges') as readonly {
            readonly node: { readonly permittedActions: readonly string[] };
          }[];
          return new Set(edges.flatMap(({ node }) => node.permittedActions));
        };
        assert.deepEqual(await actions('patient-chan'), new Set(['VIEW', 'DOWNLOAD']));
        assert.deepEqual(await actions('dr-wong'), new Set(['VIEW']));
      },
    },
    {
      id: 'a014',
      level: 'SHOULD',
      title: 'SHOULD answer what is about no patient without any consent',
      needs: 'URL',
      check: async (target) => {
        const answer = await target.ask('dr-guo', '{ recordTypes { __typename } }');
        assert.deepEqual(refusalsOf(answer), []);
        assert.notEqual(valueAt(answer, 'recordTypes.0'), undefined);
      },
    },
    {
      id: 'a015',
      level: 'SHOULD',
      title: 'SHOULD give what is permitted beside what is refused, in one answer',
      needs: 'URL',
      check: async (target) => {
        const { data } = await target.ask(
          'dr-li',
          patientWith('hkid name { language } conditions { totalCount }'),
          CHAN,
        );
        const { patient } = data as { patient: { name: unknown } };
        assert.deepEqual(
          Object.entries(patient).map(([key, value]) => [key, value === null]),
          [
            ['hkid', true],
            ['name', false],
            ['conditions', true],
          ],
        );
      },
    },
  ],
};
