import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, permit, personCaller, professionalCaller } from '@causeway/kit/testing';
import type { Caller } from '@causeway/schema';
import { stepUpChallenges, stepUps } from '../tables.js';
import { DR_LEE, confirmStepUp, requestStepUp } from '../testing/care.js';
import type { Asking } from '../testing/care.js';
import { everything } from '../testing/changes.js';
import { codeOf, secretFor, wrong } from '../testing/links.js';
import { openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { select } from '../testing/select.js';

const MINUTE = 60_000;

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

/** A challenge of Dr Lee, and the code that the patient is sent. */
async function challenged(asking: Asking = {}): Promise<{ challenge: string; code: string }> {
  const { data, errors } = await requestStepUp(open, asking);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { id } = data?.['requestStepUp'] as { id: string };
  return { challenge: id, code: secretFor(open, 'STEP_UP_CODE', asking.patient) };
}

const stepUpNow = (practitionerRole = 'r-lee') => {
  const key = { patient: 'p-1', organization: 'o-clinic', practitionerRole, grant: null };
  return open.repository.facts([key], open.clock.now)[0]?.stepUp;
};

const told = async () => {
  const [patient] = await select(open, 'accessNotifications { edges { node { kind duty } } }', [
    own('p-1'),
  ]);
  return (patient?.['accessNotifications'] as { edges: { node: unknown }[] }).edges.map(
    ({ node }) => node,
  );
};

const NOT_ALLOWED: [string, Asking][] = [
  ['no permit', { permits: [] }],
  ['a permit for another patient', { permits: [permit('p-2')] }],
  ['a permit for another action', { permits: [permit('p-1', { action: 'EMERGENCY' })] }],
  ['a permit abroad', { permits: [permit('p-1', { abroad: true })] }],
  ['the patient', { caller: personCaller('p-1') }],
  ['a system', { caller: { ...DR_LEE, kind: 'system', system: 's-1' } as Caller }],
];

describe('requestStepUp', () => {
  it('sends the patient a code, good for five minutes, and opens nothing', async () => {
    const { data } = await requestStepUp(open);
    expect(data?.['requestStepUp']).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      expiresAt: '2026-06-01T04:05:00.000Z',
    });
    const code = secretFor(open, 'STEP_UP_CODE');
    expect(code).toMatch(/^\d{8}$/);
    expect(JSON.stringify(data)).not.toContain(code);
    expect(stepUpNow()).toBeNull();
    const notices = await told();
    expect(notices).toHaveLength(2);
    expect(notices).toContainEqual({ kind: 'STEP_UP_CODE', duty: 'MANDATORY' });
    expect(notices).toContainEqual({ kind: 'STEP_UP_REQUESTED', duty: 'MANDATORY' });
  });

  it('keeps challenge and code as digests alone', async () => {
    const { challenge, code } = await challenged();
    const kept = JSON.stringify(open.database.db.select().from(stepUpChallenges).all());
    expect(kept).not.toContain(challenge);
    expect(kept).not.toContain(code);
  });

  it('puts it into the trail', async () => {
    await challenged();
    const [patient] = await select(
      open,
      'auditEvents { edges { node { action requested agent { who requestor } } } }',
      [own('p-1')],
    );
    expect(patient).toMatchObject({
      auditEvents: {
        edges: [
          {
            node: {
              action: 'CREATE',
              requested: 'READ',
              agent: expect.arrayContaining([{ who: 'PractitionerRole/r-lee', requestor: true }]),
            },
          },
        ],
      },
    });
  });

  it('ends a former challenge of the same professional, whose code is not sent any more', async () => {
    const former = await challenged();
    const latter = await challenged();
    expect(codeOf(await confirmStepUp(open, former.challenge, former.code))).toBe('NOT_FOUND');
    const secrets = open.repository.claimNotices(10, 1_000).flatMap(({ secret }) => secret ?? []);
    expect(secrets).toEqual([latter.code]);
    expect((await confirmStepUp(open, latter.challenge, latter.code)).errors).toBeUndefined();
  });

  it.each<[string, Asking]>([
    ['another professional', { caller: professionalCaller('o-clinic', 'r-wong') }],
    ['another patient', { patient: 'p-2' }],
  ])('leaves the challenge of %s alone', async (_who, asking) => {
    const other = await challenged(asking);
    await challenged();
    const { errors } = await confirmStepUp(open, other.challenge, other.code, asking);
    expect(errors).toBeUndefined();
    expect(open.repository.claimNotices(10, 1_000).map(({ secret }) => secret)).toContain(
      other.code,
    );
  });

  it.each(['', 'why', '    why    ', 'x'.repeat(501)])(
    'refuses the reason “%s” and changes nothing',
    async (reason) => {
      const before = everything(open);
      expect(codeOf(await requestStepUp(open, {}, reason))).toBe('BAD_USER_INPUT');
      expect(everything(open)).toEqual(before);
    },
  );

  it.each(['x'.repeat(5), 'x'.repeat(500), '手術前準備'])(
    'takes the reason “%s”',
    async (reason) => {
      expect((await requestStepUp(open, {}, reason)).errors).toBeUndefined();
    },
  );

  it.each(NOT_ALLOWED)('is not found for %s', async (_who, asking) => {
    const before = everything(open);
    expect(codeOf(await requestStepUp(open, asking))).toBe('NOT_FOUND');
    expect(everything(open)).toEqual(before);
  });
});

describe('confirmStepUp', () => {
  it('opens restricted records to this professional for an hour, and tells the patient', async () => {
    const { challenge, code } = await challenged();
    const { data } = await confirmStepUp(open, challenge, code);
    expect(data?.['confirmStepUp']).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      until: '2026-06-01T05:00:00.000Z',
    });
    expect(stepUpNow()).toEqual({ until: '2026-06-01T05:00:00.000Z' });
    expect(stepUpNow('r-wong')).toBeNull();
    expect(await told()).toContainEqual({ kind: 'STEP_UP', duty: 'MANDATORY' });
    expect(open.database.db.select().from(stepUps).all()).toMatchObject([
      { reason: 'Preparing an operation' },
    ]);
    expect(open.repository.verifyChain('p-1')).toMatchObject({ state: 'INTACT' });
  });

  it('takes a code once', async () => {
    const { challenge, code } = await challenged();
    await confirmStepUp(open, challenge, code);
    const before = everything(open);
    expect(codeOf(await confirmStepUp(open, challenge, code))).toBe('NOT_FOUND');
    expect(everything(open)).toEqual(before);
  });

  it('takes one of two answers at the same time', async () => {
    const { challenge, code } = await challenged();
    const answers = [confirmStepUp(open, challenge, code), confirmStepUp(open, challenge, code)];
    expect((await Promise.all(answers)).map(codeOf).toSorted()).toEqual(['NOT_FOUND', undefined]);
  });

  it('counts wrong codes, and ends the challenge at the third', async () => {
    const { challenge, code } = await challenged();
    for (const remainingAttempts of [2, 1, 0]) {
      const { errors } = await confirmStepUp(open, challenge, wrong(code));
      expect(errors).toMatchObject([
        { extensions: { code: 'PASSCODE_INVALID', remainingAttempts } },
      ]);
    }
    expect(codeOf(await confirmStepUp(open, challenge, code))).toBe('NOT_FOUND');
    expect(stepUpNow()).toBeNull();
  });

  it('counts a hundred wrong codes at the same time as three', async () => {
    const { challenge, code } = await challenged();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => confirmStepUp(open, challenge, wrong(code))),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((one) => one === 'PASSCODE_INVALID')).toHaveLength(3);
    expect(codes.filter((one) => one === 'NOT_FOUND')).toHaveLength(97);
  });

  it('takes a code for five minutes, to the millisecond', async () => {
    const { challenge, code } = await challenged();
    open.clock.now = TEST_NOW + 5 * MINUTE;
    expect(codeOf(await confirmStepUp(open, challenge, code))).toBe('NOT_FOUND');
    open.clock.now -= 1;
    expect((await confirmStepUp(open, challenge, code)).errors).toBeUndefined();
  });

  it.each(['', '1234567', 'code'])(
    'refuses “%s”, which is no code, without counting it',
    async (code) => {
      const { challenge } = await challenged();
      const before = everything(open);
      expect(codeOf(await confirmStepUp(open, challenge, code))).toBe('BAD_USER_INPUT');
      expect(everything(open)).toEqual(before);
    },
  );

  it.each<[string, Asking]>([
    ...NOT_ALLOWED,
    ['another professional', { caller: professionalCaller('o-clinic', 'r-wong') }],
    ['the same professional elsewhere', { caller: professionalCaller('o-other', 'r-lee') }],
    ['another patient', { patient: 'p-2' }],
  ])(
    'is not found for %s, as an unknown challenge is, and counts nothing',
    async (_who, asking) => {
      const { challenge, code } = await challenged();
      const before = everything(open);
      for (const given of [code, wrong(code)]) {
        const answer = await confirmStepUp(open, challenge, given, asking);
        expect(codeOf(answer)).toBe('NOT_FOUND');
        expect(answer).toEqual(await confirmStepUp(open, 'A'.repeat(43), given, asking));
        expect(answer).toEqual(await confirmStepUp(open, 'no challenge', given, asking));
      }
      expect(everything(open)).toEqual(before);
    },
  );
});
