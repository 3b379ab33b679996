import { describe, expect, it } from '@jest/globals';
import type { Caller, SubgraphName } from '@causeway/schema';
import {
  consentFacts,
  domesticFacts,
  grant,
  patientFacts,
} from '../enforcement/testing/requests.js';
import { FactsSource, FactsUnavailableError } from './facts-source.js';

const token = { subject: 'subject', client: 'client', tokenId: 'token' };
const PERSON: Caller = { ...token, kind: 'person', person: 'chan', purpose: 'PATRQT' };
const OFFICE: Caller = { ...token, kind: 'office', office: 'AUDITOR', purpose: 'HOPERAT' };
const PROFESSIONAL: Caller = {
  ...token,
  kind: 'professional',
  practitionerRole: 'dr',
  organization: 'clinic',
  grant: null,
  purpose: 'TREAT',
};
const SYSTEM: Caller = { ...PROFESSIONAL, kind: 'system', system: 'phrs', grant: 'grant' };

const FACTS: Readonly<Partial<Record<SubgraphName, unknown>>> = {
  patients: patientFacts(),
  providers: domesticFacts(),
  consents: consentFacts(),
};

type Answer = (subgraph: SubgraphName, keys: readonly unknown[]) => unknown;

/** A source whose calls are on record; each owner answers as told, or with facts for every key. */
function sourceOf(answer: Answer = (subgraph, keys) => keys.map(() => FACTS[subgraph])) {
  const calls: string[] = [];
  const source = new FactsSource((subgraph, field, keys) => {
    const parsed = keys.map((key) => JSON.parse(key) as unknown);
    calls.push(`${subgraph}.${field} ${JSON.stringify(parsed)}`);
    return Promise.resolve().then(() => answer(subgraph, parsed));
  });
  return { calls, source };
}

describe('the facts about a caller and patients', () => {
  it('are asked of all owners as of an instant, for whoever explains the past', async () => {
    const { calls, source } = sourceOf();
    await source.read(PROFESSIONAL, ['chan'], 7);
    expect(calls.filter((call) => call.includes('"at":7'))).toHaveLength(3);
  });

  it('come from each owner in one call for all requests of a tick, each key once', async () => {
    const { calls, source } = sourceOf();
    const [first, second] = await Promise.all([
      source.read(PROFESSIONAL, ['chan', 'wong']),
      source.read(PROFESSIONAL, ['wong', 'lee']),
    ]);
    expect(first).toHaveLength(2);
    expect(second[1]).toEqual({
      patientFacts: patientFacts(),
      providerFacts: domesticFacts(),
      consentFacts: consentFacts(),
    });
    const own = '"organization":"clinic","practitionerRole":"dr","grant":null';
    expect(calls.sort()).toEqual([
      `consents.consentFacts [{"patient":"chan",${own}},{"patient":"wong",${own}},{"patient":"lee",${own}}]`,
      'patients.patientFacts [{"patient":"chan","person":null},{"patient":"wong","person":null},{"patient":"lee","person":null}]',
      'providers.providerFacts [{"practitionerRole":"dr","organization":"clinic","system":null}]',
    ]);
  });

  it('are asked for anew each time', async () => {
    const { calls, source } = sourceOf();
    await source.read(PERSON, ['chan']);
    await source.read(PERSON, ['chan']);
    expect(calls).toHaveLength(4);
  });

  it('stay with the key they were asked for', async () => {
    const { source } = sourceOf((subgraph, keys) =>
      keys.map((key) =>
        subgraph === 'patients' && (key as { readonly patient: string }).patient === 'nobody'
          ? null
          : FACTS[subgraph],
      ),
    );
    const facts = await source.read(PERSON, ['chan', 'nobody', 'wong', 'nobody']);
    expect(facts.map(({ patientFacts: known }) => known !== null)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it.each<readonly [string, Caller, readonly string[]]>([
    ['a person', PERSON, ['consents', 'patients']],
    ['a professional', PROFESSIONAL, ['consents', 'patients', 'providers']],
    ['a system', SYSTEM, ['consents', 'patients', 'providers']],
    ['an office', OFFICE, []],
  ])('of %s come from those who know', async (_name, caller, owners) => {
    const { calls, source } = sourceOf();
    await source.read(caller, ['chan']);
    expect(calls.map((call) => call.split('.')[0]).sort()).toEqual(owners);
  });

  it.each<readonly [string, Answer]>([
    ['an error', () => Promise.reject(new Error('down'))],
    ['nothing', () => undefined],
    ['null', () => null],
    ['fewer facts than keys', () => []],
    ['more facts than keys', (subgraph, keys) => [...keys, {}].map(() => FACTS[subgraph])],
    [
      'facts without an epoch',
      (subgraph) => [{ ...(FACTS[subgraph] as object), epoch: undefined }],
    ],
    ['facts of another shape', () => [{ epoch: 1 }]],
    [
      'a word that is not known',
      (subgraph) => [
        {
          ...(FACTS[subgraph] as object),
          joining: 'MAYBE',
          organization: 'clinic',
          consents: null,
        },
      ],
    ],
    ['a text', () => 'facts'],
  ])('are unavailable where an owner answers %s', async (_name, answer) => {
    for (const owner of ['patients', 'providers', 'consents'] as const) {
      const { source } = sourceOf((subgraph, keys) =>
        subgraph === owner ? answer(subgraph, keys) : keys.map(() => FACTS[subgraph]),
      );
      await expect(source.read(PROFESSIONAL, ['chan'])).rejects.toThrow(FactsUnavailableError);
    }
  });

  it('are unavailable to those alone who asked for what is no facts', async () => {
    const { calls, source } = sourceOf((subgraph, keys) =>
      keys.map((key) =>
        (key as { readonly patient: string }).patient === 'spoilt' ? {} : FACTS[subgraph],
      ),
    );
    const [chan, spoilt] = await Promise.allSettled([
      source.read(PERSON, ['chan', 'wong']),
      source.read(PERSON, ['wong', 'spoilt']),
    ]);
    expect(calls).toHaveLength(2);
    expect(chan.status).toBe('fulfilled');
    expect(spoilt).toMatchObject({ status: 'rejected', reason: { name: 'FactsUnavailableError' } });
  });

  it('that are unavailable say which owner did not answer, and why', async () => {
    const cause = new Error('down');
    const { source } = sourceOf(() => Promise.reject(cause));
    await expect(source.provider(PROFESSIONAL)).rejects.toMatchObject({
      message: 'Expected facts from providers, got none',
      cause,
    });
  });
});

describe('the patient that a token stands for', () => {
  const granted = sourceOf(() => [consentFacts({ grant: grant({ patient: 'chan' }) })]);

  it.each<readonly [string, Caller, string | null, number]>([
    ['a person’s own self', PERSON, 'chan', 0],
    ['nobody, for an office', OFFICE, null, 0],
    ['nobody, without a grant', PROFESSIONAL, null, 0],
    ['whom the grant is about', SYSTEM, 'chan', 1],
  ])('is %s', async (_name, caller, patient, calls) => {
    granted.calls.length = 0;
    expect(await granted.source.tokenPatient(caller)).toBe(patient);
    expect(granted.calls).toHaveLength(calls);
  });

  it.each([
    ['there is no such grant', [consentFacts()]],
    ['nothing is known of it', [null]],
  ])('is nobody where %s', async (_name, answer) => {
    expect(await sourceOf(() => answer).source.tokenPatient(SYSTEM)).toBeNull();
  });
});
