/** Every shape in which the same value can be asked for. */
import assert from 'node:assert/strict';
import { CHILD_CHAN, PATIENT_CHAN, UNKNOWN_PATIENT } from '@causeway/seeds/ids';
import type { Topic } from '../audit.js';
import { CHAN, askOfChan, page, patientWith } from '../questions.js';
import { refusalsOf, valueAt } from '../target.js';
import type { Answer, Target } from '../target.js';

/** The identity card number of Chan Tai Man, as he sees it himself. */
async function ownHkid(target: Target): Promise<string> {
  const answer = await askOfChan(target, 'patient-chan', 'hkid');
  const hkid = valueAt(answer, 'patient.hkid');
  assert.equal(typeof hkid, 'string');
  return String(hkid);
}

/** Expects that an operation shows Dr Li no identity card number, in whatever place, and refuses it at paths. */
async function expectNoHkid(
  target: Target,
  query: string,
  paths: readonly string[],
): Promise<void> {
  const hkid = await ownHkid(target);
  const answer = await target.ask('dr-li', query, CHAN);
  assert.ok(!answer.text.includes(hkid), 'shows what never leaves Hong Kong');
  assert.deepEqual(
    refusalsOf(answer).filter(([, code]) => code === 'NOT_SHARABLE'),
    paths.map((path) => [path, 'NOT_SHARABLE']),
  );
}

const failsToValidate = (answer: Answer): void => {
  assert.equal(answer.data ?? null, null);
  assert.ok(answer.errors.length > 0, 'expected an error');
};

/** How a refused value can be asked for. */
export const SHAPES: Topic = {
  name: 'However it is asked for',
  audits: [
    {
      id: 'c001',
      level: 'MUST',
      title: 'MUST refuse a value under an alias, even that of a field it would give',
      needs: 'URL',
      check: async (target) => {
        await expectNoHkid(target, patientWith('name: hkid'), ['patient.name']);
        await expectNoHkid(target, patientWith('id: hkid'), ['patient.id']);
        await expectNoHkid(target, patientWith('__typename: hkid'), ['patient.__typename']);
      },
    },
    {
      id: 'c002',
      level: 'MUST',
      title:
        'MUST keep two patients apart that are asked for in one operation under each other’s aliases',
      needs: 'URL',
      check: async (target) => {
        const answer = await target.ask(
          'dr-li',
          `query ($id: ID!, $other: ID!, $nobody: ID!) {
            a: patient(id: $other) { id name { text } }
            b: patient(id: $id) { id name { text } }
            patient: patient(id: $nobody) { id name { text } }
          }`,
          { id: PATIENT_CHAN, other: CHILD_CHAN, nobody: UNKNOWN_PATIENT },
        );
        assert.equal(valueAt(answer, 'a'), null);
        assert.equal(valueAt(answer, 'b.id'), PATIENT_CHAN);
        assert.equal(valueAt(answer, 'patient'), null);
      },
    },
    {
      id: 'c003',
      level: 'MUST',
      title: 'MUST refuse a value in fragments, named, inline and nested',
      needs: 'URL',
      check: async (target) => {
        await expectNoHkid(
          target,
          `query ($id: ID!) { patient(id: $id) { ...A } } fragment A on Patient { ...B } fragment B on Patient { ... { ... on Patient { hkid } } }`,
          ['patient.hkid'],
        );
      },
    },
    {
      id: 'c004',
      level: 'MUST',
      title:
        'MUST refuse a value that a variable includes, and not speak of one that a variable leaves out',
      needs: 'URL',
      check: async (target) => {
        const query =
          'query ($id: ID!, $is: Boolean!) { patient(id: $id) { id hkid @include(if: $is) } }';
        const included = await target.ask('dr-li', query, { ...CHAN, is: true });
        assert.deepEqual(included.data, { patient: { id: PATIENT_CHAN, hkid: null } });
        const left = await target.ask('dr-li', query, { ...CHAN, is: false });
        assert.deepEqual([left.data, left.errors], [{ patient: { id: PATIENT_CHAN } }, []]);
      },
    },
    {
      id: 'c005',
      level: 'MUST',
      title: 'MUST refuse a value by the way back from a record to its patient',
      needs: 'URL',
      check: (target) =>
        expectNoHkid(
          target,
          patientWith('allergyIntolerances(first: 1) { edges { node { patient { hkid } } } }'),
          ['patient.allergyIntolerances.edges.0.node.patient.hkid'],
        ),
    },
    {
      id: 'c006',
      level: 'MUST',
      title:
        'MUST answer null where nothing is left of a selection, and tell no type name of what is refused',
      needs: 'URL',
      check: async (target) => {
        const only = await askOfChan(target, 'dr-li', 'conditions { __typename }');
        assert.deepEqual(only.data, { patient: { conditions: null } });
        const denied = await askOfChan(target, 'dr-zhao', '__typename');
        assert.deepEqual(denied.data, { patient: null });
      },
    },
    {
      id: 'c007',
      level: 'MUST',
      title: 'MUST release a record that another one leads to by its own category alone',
      needs: 'URL',
      check: async (target) => {
        const selection = page(
          'allergyIntolerances',
          'first: 100',
          'encounter { id reasonCode { text } }',
        );
        const own = await askOfChan(target, 'patient-chan', selection);
        assert.match(
          own.text,
          /"encounter":\{"id"/,
          'the seed leads from an allergy to an encounter',
        );
        const answer = await askOfChan(target, 'dr-li', selection);
        assert.match(answer.text, /"encounter":null/);
        assert.doesNotMatch(answer.text, /"encounter":\{/);
      },
    },
    {
      id: 'c00f',
      level: 'MUST',
      title:
        'MUST refuse a value behind a fragment on an interface, which carries no label of its own',
      needs: 'URL',
      check: (target) =>
        expectNoHkid(
          target,
          patientWith(
            'allergyIntolerances(first: 1) { edges { node { ... on ClinicalRecord { id ... on AllergyIntolerance { patient { hkid } } } } } }',
          ),
          ['patient.allergyIntolerances.edges.0.node.patient.hkid'],
        ),
    },
    {
      id: 'c008',
      level: 'MUST',
      title: 'MUST refuse a value in one of several selections of the same object',
      needs: 'URL',
      check: async (target) => {
        const query = `query ($id: ID!) {
          patient(id: $id) { id }
          ... on Query { patient(id: $id) { hkid } }
        }`;
        await expectNoHkid(target, query, ['patient.hkid']);
      },
    },
    {
      id: 'c009',
      level: 'MUST',
      title: 'MUST drop a withheld record from a list, and not stand null in its place',
      needs: 'URL',
      check: async (target) => {
        const answer = await askOfChan(
          target,
          'dr-wong',
          page('allergyIntolerances', 'first: 100', 'id result: encounter { id }'),
        );
        const edges = valueAt(answer, 'patient.allergyIntolerances.edges') as {
          node: unknown;
        }[];
        assert.ok(edges.every((edge) => edge.node !== null));
      },
    },
    {
      id: 'c00a',
      level: 'MUST',
      title: 'MUST serve neither _entities nor _service',
      needs: 'URL',
      check: async (target) => {
        for (const query of [
          '{ _service { sdl } }',
          `{ _entities(representations: [{ __typename: "Patient", id: "${PATIENT_CHAN}" }]) { ... on Patient { hkid } } }`,
        ])
          failsToValidate(await target.ask('patient-chan', query));
      },
    },
    {
      id: 'c00b',
      level: 'MUST',
      title: 'MUST serve nothing that the supergraph says is inaccessible',
      needs: 'URL',
      check: async (target) => {
        for (const field of ['patientFacts', 'providerFacts', 'consentFacts', 'recordFacts'])
          failsToValidate(await target.ask('patient-chan', `{ ${field}(keys: []) }`));
      },
    },
    {
      id: 'c00c',
      level: 'MUST',
      title: 'MUST introspect, if at all, to nothing that is inaccessible',
      needs: 'URL',
      check: async (target) => {
        const answer = await target.ask(
          'patient-chan',
          '{ __schema { types { name fields(includeDeprecated: true) { name } } } }',
        );
        assert.doesNotMatch(
          answer.text,
          /"(_Entity|_Any|_Service|\w+Facts|AccessFactsKey|join__\w+)"/,
        );
      },
    },
    {
      id: 'c00d',
      level: 'SHOULD',
      title:
        'SHOULD run no operation that is too deep, too wide or full of aliases, and say so in time',
      needs: 'URL',
      check: async (target) => {
        const deep = `{ me { ${'encounters { edges { node { subject { '.repeat(200)} id ${'} } } }'.repeat(200)} } }`;
        const many = `{ ${Array.from({ length: 500 }, (_, n) => `a${n}: me { id }`).join(' ')} }`;
        const start = performance.now();
        for (const query of [deep, many]) failsToValidate(await target.ask('patient-chan', query));
        assert.ok(performance.now() - start < 5_000, 'took more than five seconds');
      },
    },
    {
      id: 'c00e',
      level: 'MUST',
      title: 'MUST answer the operations of a batch as it would each alone, or refuse the batch',
      needs: 'URL',
      check: async (target) => {
        const hkid = await ownHkid(target);
        const one = { query: patientWith('hkid'), variables: CHAN };
        const answer = await target.send('dr-li', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify([one, one]),
        });
        assert.ok(!answer.text.includes(hkid));
      },
    },
  ],
};
