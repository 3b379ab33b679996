import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { personCaller } from '@causeway/kit/testing';
import { LANGUAGES } from '@causeway/schema';
import type { GrantState } from '@causeway/schema';
import { authorise, party, recognition, requested, tellParties } from '../testing/asking.js';
import { askNow } from '../testing/links.js';
import { authority, consentOfGrant, grant, openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { select } from '../testing/select.js';
import { explainGrant } from './grant-explanation.js';
import type { ExplainedGrant } from './grant-explanation.js';
import { explainRequest } from './request-explanation.js';
import type { ExplainedRequest } from './request-explanation.js';
import { durationIn } from './words.js';

const REQUEST: ExplainedRequest = {
  organization: 'Lianhua Bay Hospital',
  terms: {
    scopes: ['ALLERGY_ADR', 'LAB_REPORT'],
    lookBack: 'P3Y',
    permissions: ['READ', 'DEPOSIT'],
    includesRestricted: true,
    duration: 'P7D',
  },
  reason: 'Before an operation',
};

describe('a duration in words', () => {
  it.each([
    ['P3Y', '3 years', '3 年', '3年'],
    ['P1Y6M', '1 year and 6 months', '1 年及6 個月', '1年和6个月'],
    ['P7D', '7 days', '7 日', '7天'],
    ['P2W', '2 weeks', '2 星期', '2周'],
    ['PT4H', '4 hours', '4 小時', '4小时'],
    ['P0D', 'P0D', 'P0D', 'P0D'],
    ['whatever', 'whatever', 'whatever', 'whatever'],
  ])('%s', (duration, ...words) => {
    expect(LANGUAGES.map((language) => durationIn(language, duration))).toEqual(words);
  });
});

describe('a request in plain words', () => {
  it('says who asks for what and why, how far back and how long, and that the patient is free', () => {
    expect(explainRequest(REQUEST, 'en')).toBe(
      "Lianhua Bay Hospital, a healthcare provider outside Hong Kong, asks to read these records, of the last 3 years, in order to treat the patient: allergies and adverse drug reactions; laboratory reports. It also asks to put records of the visit into the patient's eHealth account. It also asks for records of these kinds that are specially protected; they go with it only if you say so. Name, sex, date of birth and patient number go with it; no identity card number, address or telephone number does. The reason it gives: “Before an operation”. If you authorise it, it lasts 7 days at most, and only while the patient is using the service there. Nothing is shared unless you authorise it. You can authorise less than was asked for, you are told of each time records are read, and you can revoke it at any time.",
    );
  });

  it.each([
    ['zh-Hant', ['敏感及藥物不良反應', '化驗報告', '3 年', '7 日', '隨時撤回', '未經你授權']],
    ['zh-Hans', ['过敏及药物不良反应', '化验报告', '3年', '7天', '随时撤回', '未经您授权']],
  ] as const)('says the same in %s', (language, words) => {
    const text = explainRequest(REQUEST, language);
    for (const word of [...words, 'Lianhua Bay Hospital', 'Before an operation']) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(/undefined|null|[A-Z]+_[A-Z]+/);
  });

  it.each(LANGUAGES)('says in %s only what is asked for', (language) => {
    const { terms } = REQUEST;
    const length = (stated: Partial<ExplainedRequest>) =>
      explainRequest({ ...REQUEST, ...stated }, language).length;
    const whole = length({});
    expect(length({ reason: null })).toBeLessThan(whole);
    expect(length({ terms: { ...terms, includesRestricted: false } })).toBeLessThan(whole);
    expect(length({ terms: { ...terms, permissions: ['READ'] } })).toBeLessThan(whole);
    const depositing = explainRequest(
      { ...REQUEST, terms: { ...terms, permissions: ['DEPOSIT'] } },
      language,
    );
    expect(depositing).not.toMatch(/asks to read|要求閱覽|要求阅览/);
  });
});

describe('a grant in plain words', () => {
  const GRANT: ExplainedGrant = {
    organization: 'Lianhua Bay Hospital',
    state: 'REDEEMED',
    isAuthorised: true,
    terms: { ...REQUEST.terms, includesRestricted: false },
    period: { start: null, end: '2026-06-08T12:00:00+08:00' },
    asked: REQUEST.terms,
    reason: null,
  };

  it('says what it lets be done, until when, and that it can be revoked', () => {
    expect(explainGrant(GRANT, 'en')).toBe(
      "You have authorised Lianhua Bay Hospital, a healthcare provider outside Hong Kong, to read these records, of the last 3 years, while the patient is using its service: allergies and adverse drug reactions; laboratory reports. You have authorised Lianhua Bay Hospital to put records of the visit into the patient's eHealth account: allergies and adverse drug reactions; laboratory reports. It ends at the latest on 8 June 2026 at 12:00. You are told of each time records are read, and you can revoke it at any time.",
    );
  });

  it.each<readonly [GrantState, string, string, string]>([
    ['AUTHORISED', 'at any time', '隨時撤回', '随时撤回'],
    ['LINK_ISSUED', 'at any time', '隨時撤回', '随时撤回'],
    ['REDEEMED', 'at any time', '隨時撤回', '随时撤回'],
    ['SUSPENDED', 'is suspended', '已暫停', '已暂停'],
    ['COMPLETED', 'It is over', '已經結束', '已经结束'],
    ['EXPIRED', 'It is over', '已經結束', '已经结束'],
    ['REVOKED', 'It is over', '已經結束', '已经结束'],
    ['LOCKED', 'It is over', '已經結束', '已经结束'],
  ])('that is %s says so', (state, ...words) => {
    const texts = LANGUAGES.map((language) => explainGrant({ ...GRANT, state }, language));
    expect(texts).toEqual(words.map((word) => expect.stringContaining(word)));
  });

  it.each(LANGUAGES)(
    'says in %s of one that nobody has authorised what is asked for',
    (language) => {
      const state = {
        state: 'REQUESTED',
        isAuthorised: false,
        reason: 'Before an operation',
      } as const;
      expect(explainGrant({ ...GRANT, ...state }, language)).toBe(
        explainRequest(REQUEST, language),
      );
    },
  );

  it('says in words that restricted records are included', () => {
    const terms = { ...GRANT.terms, includesRestricted: true };
    expect(explainGrant({ ...GRANT, terms }, 'en')).toContain('specially protected are included');
  });
});

describe('the graph', () => {
  let open: OpenConsents;

  beforeEach(() => {
    open = openEmpty();
    tellParties(open, party());
  });

  afterEach(() => {
    open.close();
  });

  const explained = async () => {
    const { data } = await askNow(
      open,
      `{ grantRequests(patient: "p-1") {
        en: explanation(language: EN) hant: explanation(language: ZH_HANT) hans: explanation(language: ZH_HANS)
      } }`,
      { caller: personCaller('p-1'), permits: [authority('p-1')] },
    );
    return data?.['grantRequests'] as Record<'en' | 'hant' | 'hans', string>[];
  };

  it('explains a request in the language asked for, by the organisation’s name in it', async () => {
    await requested(open, 'p-1', { reason: 'Before an operation' });
    const [request] = await explained();
    expect(request?.en).toMatch(/^Lianhua Bay Hospital, .*“Before an operation”/);
    expect(request?.hant).toContain('蓮花灣醫院');
    expect(request?.hans).toContain('莲花湾医院');
  });

  it('names the organisation as it is called now', async () => {
    await requested(open);
    tellParties(open, party({ names: [{ language: 'en', text: 'Lianhua Bay Clinic' }] }));
    const [request] = await explained();
    expect(request?.en).toContain('Lianhua Bay Clinic');
    expect(request?.hans).toContain('Lianhua Bay Clinic');
  });

  it('explains a grant as it was authorised', async () => {
    const request = await requested(open);
    await authorise(open, { request, scopes: ['MEDICATION'] });
    const [patient] = await select(
      open,
      'crossBorderGrants { edges { node { explanation(language: EN) } } }',
      [own('p-1')],
    );
    const text = JSON.stringify(patient);
    expect(text).toContain('You have authorised Lianhua Bay Hospital');
    expect(text).toContain('medication');
    expect(text).not.toContain('allergies');
  });

  it('explains a grant to an organisation that nobody has told of', async () => {
    open.repository.putConsent(consentOfGrant('g-1', 'p-1'));
    open.repository.putGrant(grant('g-1', 'p-1', { organization: 'o-unknown' }));
    const [patient] = await select(
      open,
      'crossBorderGrants { edges { node { explanation(language: EN) } } }',
      [own('p-1')],
    );
    expect(JSON.stringify(patient)).toContain('an organisation whose name is not known here');
  });

  it('reads the names of all organisations in one statement', async () => {
    for (const id of ['o-shenzhen', 'o-lagoon']) {
      tellParties(open, party({ id, recognition: recognition() }));
    }
    await requested(open);
    await requested(open);
    open.statements.length = 0;
    await explained();
    expect(open.statements.filter((sql) => sql.includes('from "party"'))).toHaveLength(1);
  });
});
