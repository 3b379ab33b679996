/** What holds of the gateway's answers whatever the graph, the world and the caller are, without asking what is due. */
import { describe, expect, it } from '@jest/globals';
import type { ConsentFact } from '@causeway/schema';
import { LabelError } from '@causeway/schema';
import fc from 'fast-check';
import { parse } from 'graphql';
import { Draw } from './draw.js';
import { GRAPH_SCOPES } from './graph/building-blocks.js';
import { NO_LABEL } from './graph/model.js';
import type { GraphModel, TypeModel } from './graph/model.js';
import { randomGraph } from './graph/random-graph.js';
import { withholding } from './oracle/standing.js';
import { verdictOf } from './oracle/verdict.js';
import { Cases } from './run/cases.js';
import type { Case } from './run/cases.js';
import { textsIn } from './run/check-case.js';
import { GraphUnderTest } from './subgraphs/graph-under-test.js';
import type { Asking } from './subgraphs/graph-under-test.js';
import { changeHidden } from './world/hidden-changes.js';
import { randomConsent } from './world/random-consents.js';
import type { KnownOfPatient, Situation } from './world/situation.js';
import type { RecordData, World } from './world/world.js';

const SEED = 20261122;

/** Holds a law against cases on random graphs. */
async function hold(
  graphs: number,
  casesEach: number,
  law: (one: Case, graph: GraphUnderTest, draw: Draw) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.nat()), async (seed) => {
      const cases = new Cases(seed);
      for (let number = 0; number < casesEach; number += 1)
        await law(cases.case(number), cases.graphOf(number), new Draw(seed + number));
    }),
    { seed: SEED, numRuns: graphs, endOnFailure: true },
  );
}

const asking = ({ operation, variables, world, situation }: Case): Asking => ({
  ...{ text: operation.text, variables, world, situation },
  obedience: 'obeys',
});

/** What whoever listens learns: the answer, and each request that a subgraph gets, save how long is waited for it. */
async function told(graph: GraphUnderTest, question: Asking): Promise<unknown> {
  const { body, asked } = await graph.ask(question);
  const requests = asked.map((one) => ({ ...one, body: one.body.replace(/,"wait":\d+/, '') }));
  return { body, requests };
}

/** The patient, asking for the own record. */
const asPatient = (patient: string, situation: Situation): Situation => ({
  ...{ now: situation.now, providerFacts: null, fault: 'none' },
  caller: {
    ...{ kind: 'person', person: patient, purpose: 'PATRQT' },
    ...{ subject: 'subject', client: 'client', tokenId: 'token' },
  },
  patients: new Map([[patient, { patientFacts: IN_HONG_KONG, consentFacts: null }]]),
});

const IN_HONG_KONG: KnownOfPatient['patientFacts'] = {
  ...{ epoch: 1, joining: 'ACTIVE', birthDate: '1980-05-05', incapable: false, isTest: false },
  relations: [],
};

/** All that a patient's records are, as the patient reads them. */
function ownAnswer({ model, oracle }: GraphUnderTest, world: World, situation: Situation): string {
  const lists = model.types.get('Patient')?.fields.filter(({ source }) => source.kind === 'list');
  const text = (lists ?? [])
    .filter(({ named }) => model.types.has(named))
    .map(({ name, named }) => `${name} { id ${named === 'Receipt' ? 'words' : 'title'} }`);
  const document = parse(`{ me { name ${text.join(' ')} } }`);
  return oracle.answer({ document, variables: {}, world, situation }).data;
}

/** A situation whose facts of every patient are changed. */
const withConsents = (
  situation: Situation,
  change: (consents: readonly ConsentFact[]) => readonly ConsentFact[],
): Situation => ({
  ...situation,
  patients: new Map(
    [...situation.patients].map(([patient, { patientFacts, consentFacts }]) => [
      patient,
      {
        patientFacts,
        consentFacts: consentFacts && { ...consentFacts, consents: change(consentFacts.consents) },
      },
    ]),
  ),
});

/** A situation in which a category is taken out of the grant, and out of what is shared. */
function without(situation: Situation, scope: (typeof GRAPH_SCOPES)[number]): Situation {
  const narrowed = withConsents(situation, (consents) =>
    consents.map((consent) =>
      consent.kind === 'SHARING' && consent.origin === 'LAYER'
        ? { ...consent, provision: [...consent.provision, { type: 'deny', category: [scope] }] }
        : consent,
    ),
  );
  const patients = [...narrowed.patients].map(([patient, { patientFacts, consentFacts }]) => {
    const grant = consentFacts?.grant;
    const scopes = grant?.scopes.filter((one) => one !== scope);
    const left =
      grant != null && scopes !== undefined
        ? { ...consentFacts, grant: { ...grant, scopes } }
        : consentFacts;
    return [patient, { patientFacts, consentFacts: left } as KnownOfPatient] as const;
  });
  return { ...narrowed, patients: new Map(patients) };
}

/** That one question is answered with nothing that another is not. */
async function expectNoMore(graph: GraphUnderTest, less: Asking, more: Asking): Promise<void> {
  const shown = new Set(textsIn(JSON.parse((await graph.ask(more)).body)));
  const { data } = JSON.parse((await graph.ask(less)).body) as { readonly data?: unknown };
  expect(textsIn(data).filter((text) => !shown.has(text))).toEqual([]);
}

describe('on any graph, in any world, for anybody', () => {
  it('what may not be seen changes neither the answer nor what subgraphs are asked', async () => {
    let pairs = 0;
    await hold(8, 80, async (one, graph, draw) => {
      const { situation, world } = one;
      const isHidden = (record: RecordData): boolean => {
        const type = graph.model.types.get(record.type);
        return (
          type?.kind === 'record' &&
          withholding(type, record, verdictOf(situation, record.patient)) !== null
        );
      };
      const changed = changeHidden(draw, world, isHidden);
      // Only worlds that differ for the patient could differ for somebody else.
      const differs = [...changed.patients].some((patient) => {
        const own = asPatient(patient, situation);
        return ownAnswer(graph, changed.world, own) !== ownAnswer(graph, world, own);
      });
      if (!differs) return;
      pairs += 1;
      const question = asking(one);
      const before = await told(graph, question);
      expect(await told(graph, { ...question, world: changed.world })).toEqual(before);
    });
    expect(pairs).toBeGreaterThan(400);
  }, 300_000);

  it('a denial, added, shows nothing more', async () => {
    await hold(4, 60, async (one, graph, draw) => {
      const material = { now: one.situation.now, scopes: GRAPH_SCOPES, records: [] };
      const denial = { ...randomConsent(draw, material, 'added'), kind: 'RESTRICTION' } as const;
      const situation = withConsents(one.situation, (consents) => [...consents, denial]);
      await expectNoMore(graph, { ...asking(one), situation }, asking(one));
    });
  }, 300_000);

  it('a scope, taken away, shows nothing more', async () => {
    await hold(4, 60, async (one, graph, draw) => {
      const situation = without(one.situation, draw.one(GRAPH_SCOPES));
      await expectNoMore(graph, { ...asking(one), situation }, asking(one));
    });
  }, 300_000);

  it('what loses its label is not served', () => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        const draw = new Draw(seed);
        const model = unlabelled(draw, randomGraph(draw));
        expect(() => new GraphUnderTest(model)).toThrow(LabelError);
      }),
      { seed: SEED, numRuns: 20 },
    );
  }, 300_000);
});

/** A graph that has lost the label of one of its types, or of a root field. */
function unlabelled(draw: Draw, graph: GraphModel): GraphModel {
  const records = [...graph.types.values()].filter(({ kind }) => kind === 'record');
  const lost = draw.one([...records, null]);
  if (lost === null)
    return {
      ...graph,
      roots: graph.roots.map((field) =>
        field.name === 'headline' ? { ...field, label: NO_LABEL } : field,
      ),
    };
  const bare = {
    ...lost,
    presence: NO_LABEL,
    facets: [],
    fields: lost.fields.filter(({ name }) => name !== 'category'),
  } as TypeModel;
  return { ...graph, types: new Map([...graph.types, [lost.name, bare]]) };
}
