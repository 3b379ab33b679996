import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, officeCaller, personCaller, professionalCaller } from '@causeway/kit/testing';
import type { ExecutionResult } from 'graphql';
import { openEmpty, organization, recognition, system } from '../testing/open.js';
import type { OpenProviders } from '../testing/open.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;

let providers: OpenProviders;
let repository: OpenProviders['repository'];

beforeEach(() => {
  providers = openEmpty();
  ({ repository } = providers);
  repository.putOrganization(organization('o-1'), TEST_NOW - 9 * DAY);
});

afterEach(() => {
  providers.close();
});

type Variables = Readonly<Record<string, unknown>>;

const FIELDS = `{
  id status categories period { start end } suspension { start end } conditions { kind value }
  instrument { type reference }
  subject { ... on Organization { id } ... on PublicHealthRecordSystem { id } }
  statusHistory { status reason recordedBy since until }
}`;

const APPLY = `mutation ($input: RecognitionApplicationInput!) { applyForRecognition(input: $input) ${FIELDS} }`;
const RECOGNISE = `mutation ($id: ID!, $reason: String!, $period: PeriodInput, $conditions: [RecognitionConditionInput!]) {
  recogniseParty(id: $id, reason: $reason, period: $period, conditions: $conditions) ${FIELDS} }`;
const REFUSE = `mutation ($id: ID!, $reason: String!) { refuseRecognition(id: $id, reason: $reason) ${FIELDS} }`;
const SUSPEND = `mutation ($id: ID!, $reason: String!, $until: DateTime!) {
  suspendRecognition(id: $id, reason: $reason, until: $until) ${FIELDS} }`;
const EXTEND = `mutation ($id: ID!, $reason: String!, $until: DateTime!) {
  extendSuspension(id: $id, reason: $reason, until: $until) ${FIELDS} }`;
const LIFT = `mutation ($id: ID!, $reason: String!) { liftSuspension(id: $id, reason: $reason) ${FIELDS} }`;
const CANCEL = `mutation ($id: ID!, $reason: String!) { cancelRecognition(id: $id, reason: $reason) ${FIELDS} }`;
const CHANGE = `mutation ($id: ID!, $conditions: [RecognitionConditionInput!]!, $reason: String!) {
  changeRecognitionConditions(id: $id, conditions: $conditions, reason: $reason) ${FIELDS} }`;

const STEPS: readonly (readonly [name: string, document: string, variables: Variables])[] = [
  ['recogniseParty', RECOGNISE, {}],
  ['refuseRecognition', REFUSE, {}],
  ['suspendRecognition', SUSPEND, { until: '2026-06-10' }],
  ['extendSuspension', EXTEND, { until: '2026-06-20' }],
  ['liftSuspension', LIFT, {}],
  ['cancelRecognition', CANCEL, {}],
  ['changeRecognitionConditions', CHANGE, { conditions: [] }],
];

const take = (document: string, variables: Variables = {}): Promise<ExecutionResult> =>
  providers.ask(document, {
    caller: officeCaller(),
    variables: { id: 'rec-1', reason: 'A test', ...variables },
  });

const input = (stated: Variables = {}): Variables => ({
  input: {
    subject: 'o-1',
    period: { start: '2026-06-01', end: '2027-05-31' },
    reason: 'It applied',
    ...stated,
  },
});

/** What the register holds, to see that a refused step changed nothing. */
const everything = (): unknown => ({
  standings: repository.recognitionStandingsOf(
    repository.recognitionsOf(['o-1', 's-1']).map(({ id }) => id),
  ),
  events: repository.partyEvents(0, 1_000),
  epoch: repository.facts([{ practitionerRole: 'r-1', organization: 'o-1', system: null }])[0]
    ?.epoch,
});

async function expectRefusal(
  document: string,
  variables: Variables,
  code: string,
  message: string | RegExp = /^Expected /,
): Promise<void> {
  const before = everything();
  const { data, errors } = await take(document, variables);
  expect(Object.values(data ?? {})).toEqual([null]);
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
  expect(everything()).toEqual(before);
}

const status = {
  APPLIED: () => repository.putRecognition(recognition('rec-1'), TEST_NOW - 8 * DAY),
  RECOGNISED: () => {
    status.APPLIED();
    set('RECOGNISED', TEST_NOW - 7 * DAY);
  },
  SUSPENDED: () => {
    status.RECOGNISED();
    repository.setRecognitionStatus(
      'rec-1',
      {
        status: 'SUSPENDED',
        reason: null,
        suspension: { start: '2026-05-26', end: '2026-06-10' },
      },
      TEST_NOW - 6 * DAY,
    );
  },
  REFUSED: () => {
    status.APPLIED();
    set('REFUSED', TEST_NOW - 7 * DAY);
  },
  CANCELLED: () => {
    status.RECOGNISED();
    set('CANCELLED', TEST_NOW - 6 * DAY);
  },
  EXPIRED: () => {
    status.RECOGNISED();
    set('EXPIRED', TEST_NOW - 6 * DAY);
  },
  WITHDRAWN: () => {
    status.RECOGNISED();
    set('WITHDRAWN', TEST_NOW - 6 * DAY);
  },
} as const;

function set(to: keyof typeof status, at: number): void {
  repository.setRecognitionStatus('rec-1', { status: to, reason: null, suspension: null }, at);
}

describe('the life of a recognition', () => {
  it('is led step by step, each dated and kept with its reason and who took it', async () => {
    const { data } = await take(
      APPLY,
      input({
        instrument: { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-1' },
        conditions: [{ kind: 'MAX_LOOKBACK', value: 'P3Y' }],
        categories: ['EHCV_GBA_PILOT'],
      }),
    );
    const { id } = data?.['applyForRecognition'] as { id: string };
    providers.clock.now += HOUR;
    await take(RECOGNISE, { id, reason: 'It is fit' });
    providers.clock.now += HOUR;
    await take(SUSPEND, { id, reason: 'An incident', until: '2026-06-28' });
    providers.clock.now += HOUR;
    await take(EXTEND, { id, reason: 'Still looked into', until: '2026-07-20' });
    providers.clock.now += HOUR;
    await take(LIFT, { id, reason: 'All is well' });
    providers.clock.now += HOUR;
    await take(CHANGE, { id, reason: 'Less', conditions: [{ kind: 'GBA_ONLY', value: 'true' }] });
    providers.clock.now += HOUR;
    const result = await take(CANCEL, { id, reason: 'A breach' });
    expect(result).toEqual({
      data: {
        cancelRecognition: {
          id,
          status: 'CANCELLED',
          categories: ['EHCV_GBA_PILOT'],
          period: { start: '2026-06-01', end: '2027-05-31' },
          suspension: null,
          conditions: [{ kind: 'GBA_ONLY', value: 'true' }],
          instrument: { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-1' },
          subject: { id: 'o-1' },
          statusHistory: [
            ['APPLIED', 'It applied'],
            ['RECOGNISED', 'It is fit'],
            ['SUSPENDED', 'An incident'],
            ['SUSPENDED', 'Still looked into'],
            ['RECOGNISED', 'All is well'],
            ['RECOGNISED', 'Less'],
            ['CANCELLED', 'A breach'],
          ].map(([to, reason], hours, { length }) => ({
            status: to,
            reason,
            recordedBy: 's-1',
            since: new Date(TEST_NOW + hours * HOUR).toISOString(),
            until:
              hours === length - 1 ? null : new Date(TEST_NOW + (hours + 1) * HOUR).toISOString(),
          })),
        },
      },
    });
  });

  it('keeps every step of one instant, and those taken after the clock was set back', async () => {
    status.APPLIED();
    await take(RECOGNISE);
    await take(SUSPEND, { until: '2026-06-10' });
    providers.clock.now -= HOUR;
    const { data } = await take(LIFT);
    expect(data?.['liftSuspension']).toMatchObject({
      status: 'RECOGNISED',
      statusHistory: [{}, {}, { status: 'SUSPENDED' }, { status: 'RECOGNISED' }],
    });
  });

  it('counts at once in the facts of decisions', async () => {
    const facts = () =>
      repository.facts([{ practitionerRole: 'r-1', organization: 'o-1', system: null }])[0];
    status.RECOGNISED();
    const before = facts();
    await take(SUSPEND, { until: '2026-06-10' });
    expect(facts()?.organization?.recognition).toMatchObject({
      status: 'SUSPENDED',
      suspension: { start: new Date(TEST_NOW).toISOString(), end: '2026-06-10' },
    });
    expect(facts()?.epoch).toBeGreaterThan(before?.epoch ?? Infinity);
  });

  it('is that of a system as well', async () => {
    repository.putPublicHealthRecordSystem(system('s-1'));
    const { data } = await take(APPLY, input({ subject: 's-1' }));
    expect(data?.['applyForRecognition']).toMatchObject({
      subject: { id: 's-1' },
      status: 'APPLIED',
      categories: [],
      conditions: [],
      instrument: null,
    });
  });

  it('takes another period and other conditions than were applied for', async () => {
    status.APPLIED();
    const stated = {
      period: { start: '2026-06-02', end: '2026-12-31' },
      conditions: [{ kind: 'DEPOSIT_ALLOWED', value: 'false' }],
    };
    const { data } = await take(RECOGNISE, stated);
    expect(data?.['recogniseParty']).toMatchObject(stated);
  });

  it('answers each of several steps of one operation as it made things', async () => {
    status.APPLIED();
    const { data } = await take(
      `mutation ($id: ID!, $reason: String!) {
        first: recogniseParty(id: $id, reason: $reason) { status statusHistory { status } }
        second: cancelRecognition(id: $id, reason: $reason) { status statusHistory { status } }
      }`,
    );
    expect(data).toMatchObject({
      first: { status: 'RECOGNISED', statusHistory: [{}, {}] },
      second: { status: 'CANCELLED', statusHistory: [{}, {}, {}] },
    });
  });
});

describe('a step', () => {
  const MAY: Readonly<Record<string, readonly string[]>> = {
    APPLIED: ['recogniseParty', 'refuseRecognition'],
    RECOGNISED: ['suspendRecognition', 'cancelRecognition', 'changeRecognitionConditions'],
    SUSPENDED: [
      'extendSuspension',
      'liftSuspension',
      'cancelRecognition',
      'changeRecognitionConditions',
    ],
  };

  it.each(
    Object.keys(status).flatMap((from) =>
      STEPS.map(([name, document, variables]) => [name, from, document, variables] as const),
    ),
  )(
    '%s of a recognition that is %s follows the life-cycle',
    async (name, from, document, variables) => {
      status[from as keyof typeof status]();
      if (MAY[from]?.includes(name) === true) {
        expect((await take(document, variables)).errors).toBeUndefined();
      } else {
        await expectRefusal(document, variables, 'CONFLICT', `got one that is ${from}`);
      }
    },
  );

  it.each(STEPS)('%s is not found for an unknown recognition', async (_, document, variables) => {
    await expectRefusal(document, { ...variables, id: 'rec-nobody' }, 'NOT_FOUND');
  });

  it.each(STEPS)('%s says why', async (name, document, variables) => {
    const from = Object.keys(MAY).find((each) => MAY[each]?.includes(name) === true);
    status[from as keyof typeof status]();
    for (const reason of ['', '  ', 'x'.repeat(1_001)]) {
      await expectRefusal(document, { ...variables, reason }, 'BAD_USER_INPUT', /a reason of 1 to/);
    }
  });

  it.each([
    ['a person', personCaller('p-1')],
    ['a professional', professionalCaller()],
    ['the Secretary for Health', officeCaller('SECRETARY_FOR_HEALTH')],
    ['an auditor', officeCaller('AUDITOR')],
  ])('is not for %s', async (_, caller) => {
    status.RECOGNISED();
    const before = everything();
    const documents = [
      ...STEPS.map(([, document, variables]) => ({ document, variables })),
      { document: APPLY, variables: input() },
    ];
    for (const { document, variables } of documents) {
      const { errors } = await providers.ask(document, {
        caller,
        variables: { id: 'rec-1', reason: 'A test', ...variables },
      });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(everything()).toEqual(before);
  });
});

describe('an application', () => {
  it.each([
    ['a subject that nobody knows', { subject: 'o-nobody' }, 'NOT_FOUND', /o-nobody/],
    ['a period without an end', { period: { start: '2026-06-01' } }, 'BAD_USER_INPUT', /an end/],
    ['a period in the past', { period: { end: '2026-05-31' } }, 'BAD_USER_INPUT', /not over/],
    [
      'a period that ends before it begins',
      { period: { start: '2027-02-01', end: '2027-01-01' } },
      'BAD_USER_INPUT',
      /after it begins/,
    ],
    [
      'a condition whose value cannot be read',
      { conditions: [{ kind: 'MAX_LOOKBACK', value: 'three years' }] },
      'BAD_USER_INPUT',
      /MAX_LOOKBACK an ISO 8601 duration .* got "three years"/,
    ],
    ['no reason', { reason: ' ' }, 'BAD_USER_INPUT', /a reason/],
    [
      'an instrument without a reference',
      { instrument: { type: 'GBA_STANDARD_CONTRACT', reference: ' ' } },
      'BAD_USER_INPUT',
      /a reference/,
    ],
  ])('with %s is refused', async (_, stated, code, message) => {
    await expectRefusal(APPLY, input(stated), code, message);
  });

  it('of a provider in Hong Kong is refused', async () => {
    repository.putOrganization(organization('o-hk', { jurisdiction: 'HK' }));
    await expectRefusal(APPLY, input({ subject: 'o-hk' }), 'BAD_USER_INPUT', /outside Hong Kong/);
  });

  it('is refused while another one waits, and taken once that is refused', async () => {
    status.APPLIED();
    await expectRefusal(APPLY, input(), 'CONFLICT', /an application that waits/);
    await take(REFUSE);
    expect((await take(APPLY, input())).errors).toBeUndefined();
  });

  it('of a subject that is recognised is not granted before that has ended', async () => {
    status.RECOGNISED();
    const { data } = await take(APPLY, input());
    const { id } = data?.['applyForRecognition'] as { id: string };
    await expectRefusal(RECOGNISE, { id }, 'CONFLICT', /one recognition of a subject/);
    await take(CANCEL);
    expect((await take(RECOGNISE, { id })).errors).toBeUndefined();
  });

  it('that was for a period now over takes another one', async () => {
    repository.putRecognition(
      recognition('rec-1', { period: { start: '2025-01-01', end: '2026-05-31' } }),
    );
    await expectRefusal(RECOGNISE, {}, 'BAD_USER_INPUT', /not over/);
    expect((await take(RECOGNISE, { period: { end: '2026-12-31' } })).errors).toBeUndefined();
  });

  it('of conditions that nobody can read is granted with others alone', async () => {
    repository.putRecognition(
      recognition('rec-1', { conditions: [{ kind: 'MOON_PHASE', value: 'full' }] }),
    );
    await expectRefusal(RECOGNISE, {}, 'BAD_USER_INPUT', /"MOON_PHASE"/);
    expect((await take(RECOGNISE, { conditions: [] })).errors).toBeUndefined();
  });
});

describe('conditions', () => {
  it.each([
    ['a value that cannot be read', [{ kind: 'READ_ALLOWED', value: 'yes' }], /`true` or `false`/],
    [
      'a kind twice',
      [
        { kind: 'READ_ALLOWED', value: 'true' },
        { kind: 'READ_ALLOWED', value: 'false' },
      ],
      /two of READ_ALLOWED/,
    ],
  ])('of %s are refused', async (_, conditions, message) => {
    status.RECOGNISED();
    await expectRefusal(CHANGE, { conditions }, 'BAD_USER_INPUT', message);
  });

  it('of an unknown kind are no part of the schema', async () => {
    status.RECOGNISED();
    const result = providers.ask(
      'mutation { changeRecognitionConditions(id: "rec-1", reason: "A test", conditions: [{ kind: MOON_PHASE, value: "full" }]) { id } }',
      { caller: officeCaller() },
    );
    expect(await result).toMatchObject({
      errors: [{ message: expect.stringContaining('"MOON_PHASE"') }],
    });
  });
});

describe('a suspension', () => {
  beforeEach(() => {
    status.RECOGNISED();
  });

  it.each([
    ['that ends in the past', '2026-05-31', /ends in the future/],
    ['of 29 days', '2026-06-29', /28 days at most/],
  ])('%s is refused', async (_, until, message) => {
    await expectRefusal(SUSPEND, { until }, 'BAD_USER_INPUT', message);
  });

  it('of 28 days to the second is taken', async () => {
    const { errors } = await take(SUSPEND, { until: '2026-06-29T12:00:00+08:00' });
    expect(errors).toBeUndefined();
  });

  it('needs an end', async () => {
    const { errors } = await take(
      'mutation ($id: ID!, $reason: String!) { suspendRecognition(id: $id, reason: $reason) { id } }',
    );
    expect(errors).toMatchObject([{ message: expect.stringContaining('"until"') }]);
  });

  it.each([
    ['to its own end', '2026-06-10', /move its end on/],
    ['to an earlier end', '2026-06-09', /move its end on/],
    ['by 29 days', '2026-07-09', /28 days at most/],
  ])('is not extended %s', async (_, until, message) => {
    await take(SUSPEND, { until: '2026-06-10' });
    await expectRefusal(EXTEND, { until }, 'BAD_USER_INPUT', message);
  });

  it('is extended once, though conditions change between', async () => {
    await take(SUSPEND, { until: '2026-06-10' });
    await take(CHANGE, { conditions: [] });
    expect((await take(EXTEND, { until: '2026-06-20' })).errors).toBeUndefined();
    await expectRefusal(EXTEND, { until: '2026-06-25' }, 'BAD_USER_INPUT', /extended once/);
  });

  it('that is over is not extended, lifted or cancelled as one, and may be followed by another', async () => {
    await take(SUSPEND, { until: '2026-06-10' });
    providers.clock.now += 10 * DAY;
    await expectRefusal(EXTEND, { until: '2026-06-20' }, 'CONFLICT', 'got one that is RECOGNISED');
    await expectRefusal(LIFT, {}, 'CONFLICT', 'got one that is RECOGNISED');
    const { data } = await take(SUSPEND, { until: '2026-06-20' });
    expect(data?.['suspendRecognition']).toMatchObject({
      status: 'SUSPENDED',
      suspension: { start: new Date(providers.clock.now).toISOString(), end: '2026-06-20' },
      statusHistory: [
        {},
        {},
        { status: 'SUSPENDED' },
        {
          status: 'RECOGNISED',
          reason: 'The suspension is over',
          recordedBy: null,
          since: '2026-06-10T16:00:00.000Z',
        },
        { status: 'SUSPENDED' },
      ],
    });
  });
});

describe('a recognition whose period is over', () => {
  it.each(STEPS)('takes no %s', async (_, document, variables) => {
    status.RECOGNISED();
    providers.clock.now = Date.parse('2028-01-01T00:00:00+08:00');
    await expectRefusal(document, variables, 'CONFLICT', 'got one that is EXPIRED');
  });
});

describe('who recorded a step', () => {
  it.each([
    ['the Commissioner', officeCaller(), 's-1'],
    ['an auditor', officeCaller('AUDITOR'), 's-1'],
    ['a professional', professionalCaller(), null],
    ['a person', personCaller('p-1'), null],
  ])('is told to %s as %j', async (_, caller, expected) => {
    status.APPLIED();
    await take(REFUSE);
    const { data } = await providers.ask(
      '{ recognition(id: "rec-1") { statusHistory { recordedBy } } }',
      { caller },
    );
    expect(data).toEqual({
      recognition: { statusHistory: [{ recordedBy: null }, { recordedBy: expected }] },
    });
  });
});

describe('the list of recognitions', () => {
  it('is narrowed to a category', async () => {
    repository.putRecognition(recognition('rec-1', { categories: ['EHCV_GBA_PILOT'] }));
    repository.putRecognition(recognition('rec-2'));
    const list = async (args: string) =>
      (
        await providers.ask(
          `{ recognitions${args} { totalCount edges { node { id categories } } } }`,
        )
      ).data?.['recognitions'];
    const pilot = { node: { id: 'rec-1', categories: ['EHCV_GBA_PILOT'] } };
    expect(await list('(category: EHCV_GBA_PILOT)')).toEqual({ totalCount: 1, edges: [pilot] });
    expect(await list('(category: EHCV_GBA_PILOT, status: RECOGNISED)')).toMatchObject({
      totalCount: 0,
    });
    expect(await list('')).toMatchObject({ totalCount: 2, edges: [pilot, {}] });
  });
});
