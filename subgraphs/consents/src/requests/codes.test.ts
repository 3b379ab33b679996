import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller } from '@causeway/kit/testing';
import { accessNotifications, auditEvents, requestCodes } from '../tables.js';
import {
  clinic,
  codeOf,
  codesOf,
  party,
  recordSystem,
  request,
  requestSharing,
  tellParties,
} from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { askNow } from '../testing/links.js';
import { authority, drLi, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  tellParties(open, party(), clinic(), party({ id: 'o-lagoon' }), recordSystem());
});

afterEach(() => {
  open.close();
});

const MINUTE = 60_000;

const issue = (
  organization = 'o-shenzhen',
  use = 'GRANT',
  permits = [authority('p-1')],
  patient = 'p-1',
) =>
  askNow(
    open,
    `mutation { issueRequestCode(patient: "${patient}", organization: "${organization}", use: ${use}) {
      code qrCode expiresAt
    } }`,
    { caller: personCaller('p-1'), permits },
  );

describe('issueRequestCode', () => {
  it('shows a code once, for ten minutes, and keeps its digest alone', async () => {
    const { data } = await issue();
    const issued = data?.['issueRequestCode'] as { code: string };
    expect(issued).toEqual({
      code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      qrCode: expect.stringMatching(/^<svg /),
      expiresAt: new Date(TEST_NOW + 10 * MINUTE).toISOString(),
    });
    const [kept, ...others] = open.database.db.select().from(requestCodes).all();
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ patient: 'p-1', organization: 'o-shenzhen', use: 'GRANT' });
    expect(JSON.stringify(kept)).not.toContain(issued.code);
    expect(JSON.stringify(kept)).not.toContain(issued.code.replaceAll('-', ''));
  });

  it('is on record, and nobody is told', async () => {
    await issue();
    const { db } = open.database;
    expect(db.select().from(auditEvents).all()).toMatchObject([
      { patient: 'p-1', caller: personCaller('p-1'), action: 'AUTHORISE', change: null },
    ]);
    expect(db.select().from(accessNotifications).all()).toEqual([]);
    await issue('o-unknown');
    expect(db.select().from(auditEvents).all()).toHaveLength(1);
  });

  it('issues one in place of a former one for the same organisation and use', async () => {
    const former = codeOf(open, 'p-1');
    const lagoon = codeOf(open, 'p-1', 'o-lagoon');
    await issue();
    expect(codesOf(await request(open, { code: former }))).toEqual(['NOT_FOUND']);
    const atLagoon = { ...drLi(null), organization: 'o-lagoon' } as ReturnType<typeof drLi>;
    expect(codesOf(await request(open, { code: lagoon }, atLagoon))).toEqual([]);
  });

  it('forgets expired codes of the patient', async () => {
    codeOf(open, 'p-1', 'o-lagoon');
    open.clock.now += 10 * MINUTE;
    await issue();
    expect(open.database.db.select().from(requestCodes).all()).toHaveLength(1);
  });

  it.each([
    ['o-unknown', 'GRANT'],
    ['o-clinic', 'GRANT'],
    ['o-shenzhen', 'SHARING'],
    ['phrs', 'GRANT'],
  ])('refuses one for %s of use %s', async (organization, use) => {
    expect(codesOf(await issue(organization, use))).toEqual(['BAD_USER_INPUT']);
    expect(open.database.db.select().from(requestCodes).all()).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['reading alone', [authority('p-1', { action: 'READ' })]],
    ['consents alone', [authority('p-1', { scopes: ['CONSENT'] })]],
    ['another patient', [authority('p-2')]],
  ])('is not there for one who is permitted %s', async (_case, permits) => {
    expect(codesOf(await issue('o-shenzhen', 'GRANT', permits))).toEqual(['NOT_FOUND']);
  });

  it('lets a caregiver, who may authorise grants alone, issue no code for a sharing consent', async () => {
    const caregiver = [authority('p-1', { scopes: ['GRANT'], administrativeBasis: 'PARTY' })];
    expect(codesOf(await issue('o-shenzhen', 'GRANT', caregiver))).toEqual([]);
    expect(codesOf(await issue('o-clinic', 'SHARING', caregiver))).toEqual(['NOT_FOUND']);
  });
});

describe('a code', () => {
  const elsewhere = { ...drLi(null), organization: 'o-lagoon' } as ReturnType<typeof drLi>;

  it('is answered alike whether it is unknown, used, expired, or another’s, and nothing is changed', async () => {
    const used = codeOf(open, 'p-1');
    await request(open, { code: used });
    const expired = codeOf(open, 'p-2');
    open.clock.now += 10 * MINUTE;
    const forwarded = codeOf(open, 'p-3');
    const atHome = codeOf(open, 'p-1', 'o-clinic', 'SHARING');
    const before = everything(open);
    const answers = [
      await request(open, { code: 'ZZZZ-ZZZZ-ZZZZ' }),
      await request(open, { code: 'x' }),
      await request(open, { code: used }),
      await request(open, { code: expired }),
      await request(open, { code: forwarded }, elsewhere),
      await request(open, { code: atHome }),
      await requestSharing(open, { code: forwarded }),
      // What it lets be asked for counts, whoever asks.
      await requestSharing(open, { code: forwarded }, drLi(null)),
    ].map((answer) =>
      JSON.stringify(answer.errors?.map(({ message, extensions }) => [message, extensions])),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NOT_FOUND');
    expect(everything(open)).toEqual(before);
    // Whom it was not for did not use it up.
    expect(codesOf(await request(open, { code: forwarded }))).toEqual([]);
  });

  it('is looked up once, by the same statement, whatever it is', async () => {
    const good = codeOf(open, 'p-1');
    const expired = codeOf(open, 'p-2', 'o-lagoon');
    const lookUps = async (code: string) => {
      open.statements.length = 0;
      await request(open, { code });
      return open.statements.filter((sql) => /select .* from "request_code"/.test(sql));
    };
    open.clock.now += 10 * MINUTE - 1;
    const found = await lookUps(good);
    expect(found).toHaveLength(1);
    open.clock.now += 1;
    expect(await lookUps(good)).toEqual(found);
    expect(await lookUps(expired)).toEqual(found);
    expect(await lookUps('ZZZZ-ZZZZ-ZZZZ')).toEqual(found);
  });

  it.each([
    [10 * MINUTE - 1, []],
    [10 * MINUTE, ['NOT_FOUND']],
  ])('after %d ms answers %j', async (later, codes) => {
    const code = codeOf(open, 'p-1');
    open.clock.now += later;
    expect(codesOf(await request(open, { code }))).toEqual(codes);
  });

  it('is found as people write it', async () => {
    const code = codeOf(open, 'p-1').toLowerCase().replaceAll('-', ' ');
    expect(codesOf(await request(open, { code }))).toEqual([]);
  });

  it('says nothing of itself where the terms are refused, and stays good', async () => {
    const code = codeOf(open, 'p-1');
    const bad = { scopes: ['MED_CERT'] };
    const [known, unknown] = [
      await request(open, { code, ...bad }),
      await request(open, { code: 'ZZZZ-ZZZZ-ZZZZ', ...bad }),
    ];
    expect(codesOf(known)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(known)).toBe(JSON.stringify(unknown));
    expect(codesOf(await request(open, { code }))).toEqual([]);
  });

  it('is used up by one of many who use it at once', async () => {
    const code = codeOf(open, 'p-1');
    const answers = await Promise.all(Array.from({ length: 8 }, () => request(open, { code })));
    expect(answers.filter((answer) => codesOf(answer).length === 0)).toHaveLength(1);
  });

  it('is not taken, good as it is, after ten wrong ones, until ten minutes are over', async () => {
    for (let n = 0; n < 10; n += 1) await request(open, { code: `ZZZZ-ZZZZ-ZZZ${n}` });
    const refused = await request(open, { code: codeOf(open, 'p-1') });
    expect(codesOf(refused)).toEqual(['NOT_FOUND']);
    const other = { ...drLi(null), practitionerRole: 'r-deng' } as ReturnType<typeof drLi>;
    expect(codesOf(await request(open, { code: codeOf(open, 'p-1') }, other))).toEqual([]);
    open.clock.now += 10 * MINUTE;
    expect(codesOf(await request(open, { code: codeOf(open, 'p-1') }))).toEqual([]);
  });
});
