/** What people are told in their language, from end to end: refusals, subgraphs' own words, names and summaries. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIANHUA_BAY_HOSPITAL, PATIENT_CHAN, UNKNOWN_PATIENT } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { LANGUAGES } from '@causeway/schema';
import type { Language } from '@causeway/schema';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
}, 60_000);

afterAll(() => graph.close());

const askIn = (
  language: Language | undefined,
  who: PersonaName,
  query: string,
  variables: object = {},
): Promise<Answered> =>
  graph.ask(who, query, variables, language === undefined ? {} : { language });

/** An error as programs read it. */
const withoutWords = ({ path, extensions }: Answered['errors'][number]) => ({ path, extensions });

const SHARE = `mutation ($patient: ID!, $period: PeriodInput) {
  giveSharingConsent(patient: $patient, organization: "${LIANHUA_BAY_HOSPITAL}", period: $period) { id }
}`;

const REFUSED: readonly (readonly [what: string, code: string, PersonaName, selection: string])[] =
  [
    ['a category', 'CONSENT_REQUIRED', 'dr-li', 'conditions { totalCount }'],
    ['what never crosses', 'NOT_SHARABLE', 'dr-li', 'hkid'],
    ['a step-up', 'STEP_UP_REQUIRED', 'pharmacist-ng', 'imagingStudies { totalCount }'],
    ['an argument', 'BAD_USER_INPUT', 'patient-chan', 'laboratoryReports(first: 0) { totalCount }'],
  ];

describe('a refusal', () => {
  it.each(REFUSED)('of %s: %s, in every language', async (_what, code, who, selection) => {
    const query = `query ($id: ID!) { patient(id: $id) { ${selection} } }`;
    const variables = { id: PATIENT_CHAN };
    const untold = await askIn(undefined, who, query, variables);
    const said = new Set<string>();
    for (const language of LANGUAGES) {
      const { data, errors, status } = await askIn(language, who, query, variables);
      expect([status, data]).toEqual([untold.status, untold.data]);
      expect(errors.map(withoutWords)).toEqual(untold.errors.map(withoutWords));
      const [error] = errors;
      expect(error?.extensions?.['code']).toBe(code);
      expect(/\p{Script=Han}/u.test(error?.message ?? '')).toBe(language !== 'en');
      said.add(error?.message ?? '');
    }
    expect(said.size).toBe(LANGUAGES.length);
    expect(said).toContain(untold.errors[0]?.message);
  });

  it.each(LANGUAGES)('tells absence and denial alike, to the byte: %s', async (language) => {
    const query = 'query ($id: ID!) { patient(id: $id) { allergyIntolerances { totalCount } } }';
    const denied = await askIn(language, 'dr-zhao', query, { id: PATIENT_CHAN });
    const absent = await askIn(language, 'dr-zhao', query, { id: UNKNOWN_PATIENT });
    expect(denied.text).toBe(absent.text);
  });
});

describe('a change that a subgraph refuses', () => {
  it('is told in its own words, with what they name', async () => {
    const told: string[] = [];
    for (const language of LANGUAGES) {
      const { errors } = await askIn(language, 'patient-chan', SHARE, {
        patient: PATIENT_CHAN,
        period: { start: '2020-01-02T00:00:00Z', end: '2020-01-01T00:00:00Z' },
      });
      expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      told.push(errors[0]?.message ?? '');
    }
    expect(told).toEqual([
      'Expected a period that ends after it begins, got one that ends before; exchange start and end',
      '期間的結束時間應在開始時間之後；請對調開始與結束時間',
      '期间的结束时间应在开始时间之后；请对调开始与结束时间',
    ]);
  });
});

/** Two English words in a row, outside codes. */
const LATIN_SENTENCE = /[A-Za-z]{2,}[ ,;]+[A-Za-z]{2,}/;

const DEPOSIT = 'mutation ($input: DepositRecordsInput!) { depositRecords(input: $input) { id } }';
const DUTY = 'mutation ($input: DepositDutyInput!) { specifyDepositDuty(input: $input) { id } }';

const REFUSED_CHANGES: readonly (readonly [
  what: string,
  code: string,
  PersonaName,
  query: string,
  input: object,
])[] = [
  [
    'a bundle',
    'DEPOSIT_REJECTED',
    'dr-wong',
    DEPOSIT,
    { patient: PATIENT_CHAN, idempotencyKey: 'languages-1', bundle: { resourceType: 'Patient' } },
  ],
  [
    'a duty',
    'BAD_USER_INPUT',
    'secretary',
    DUTY,
    {
      organization: LIANHUA_BAY_HOSPITAL,
      categories: ['IMMUNISATION'],
      within: 'P7D',
      from: '2020-01-01',
      reason: 'Made for a test',
    },
  ],
];

describe('a change that is refused with places', () => {
  it.each(REFUSED_CHANGES)('of %s is told without an English sentence', async (...change) => {
    const [, code, who, query, input] = change;
    for (const language of ['zh-Hant', 'zh-Hans'] as const) {
      const { errors } = await askIn(language, who, query, { input });
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
      expect(errors[0]?.message).toMatch(/\p{Script=Han}/u);
      expect(errors[0]?.message).not.toMatch(LATIN_SENTENCE);
    }
  });
});

describe('a text of the graph', () => {
  const NAME = `query ($language: String) { organization(id: "${LIANHUA_BAY_HOSPITAL}") { name(language: $language) } }`;
  const nameIn = async (language: Language | undefined, variables: object = {}) =>
    (
      (await askIn(language, 'patient-chan', NAME, variables)).data?.['organization'] as {
        readonly name: string;
      }
    ).name;

  it('is in the language that is asked for, and in that of its argument where there is one', async () => {
    const [english, traditional, simplified] = await Promise.all([
      nameIn('en'),
      nameIn('zh-Hant'),
      nameIn('zh-Hans'),
    ]);
    expect(new Set([english, traditional, simplified]).size).toBe(3);
    expect(await nameIn(undefined)).toBe(english);
    expect(await nameIn('zh-Hans', { language: 'en' })).toBe(english);
    expect(await nameIn('en', { language: 'zh-Hant' })).toBe(traditional);
  });

  it('is so for what happened to a record', async () => {
    const query = '{ me { auditEvents(first: 1) { edges { node { summary } } } } }';
    await askIn(undefined, 'patient-chan', '{ me { name { text } } }');
    const told = new Set<string>();
    for (const language of LANGUAGES) {
      const { text } = await askIn(language, 'patient-chan', query);
      told.add(/"summary":"([^"]+)"/.exec(text)?.[1]?.replaceAll(/[\d:]/g, '') ?? '');
    }
    expect(told.size).toBe(LANGUAGES.length);
  });
});
