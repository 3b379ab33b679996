import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller } from '@causeway/kit/testing';
import { ACTIONS, CHANGE_KINDS, LANGUAGES, SCOPES } from '@causeway/schema';
import type { Caller, Language, NoticeKind } from '@causeway/schema';
import { entryOfAccess } from '../audit/entry.js';
import { EMPTY_CHAIN, linked } from '../audit/chain.js';
import { noticeOf } from '../audit/notice.js';
import { parties } from '../tables.js';
import type { AccessNotificationRow, AuditEventRow, Layer } from '../tables.js';
import { access, drLi, openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { select } from '../testing/select.js';
import { eventSummary } from './event-summary.js';
import { noticeSummary } from './notice-summary.js';
import type { NamesOf } from './phrase.js';

const NAMES: NamesOf = (id) =>
  ({
    'o-shenzhen': [
      { language: 'en', text: 'Invented Hospital of Shenzhen' },
      { language: 'zh-Hans', text: '深圳虚构医院' },
      { language: 'zh-Hant', text: '深圳虛構醫院' },
    ],
    'phrs-gd': [{ language: 'en', text: 'Invented Record System' }],
    'o-clinic': [{ language: 'en', text: 'Invented {who} Clinic' }],
  })[id] ?? [];

const EVENT: AuditEventRow = linked(entryOfAccess(access('e-1', 'p-1')), EMPTY_CHAIN);

const event = (stated: Partial<AuditEventRow> = {}): AuditEventRow => ({ ...EVENT, ...stated });

const said = (stated: Partial<AuditEventRow>, language: Language = 'en') =>
  eventSummary(event(stated), NAMES, language);

const system = { ...drLi(), kind: 'system', system: 'phrs-gd' } as Caller;
const layer: Layer = { kind: 'layer', purpose: 'HOPERAT' };
const office = (word: string): Caller =>
  ({
    kind: 'office',
    subject: 's',
    client: 'c',
    tokenId: 't',
    purpose: 'HOPERAT',
    office: word,
  }) as Caller;
const OFFICES = ['COMMISSIONER', 'SECRETARY_FOR_HEALTH', 'AUDITOR'];

const CALLERS: readonly (Caller | Layer)[] = [
  personCaller('p-1'),
  personCaller('p-mother'),
  drLi(),
  drLi(null),
  { ...drLi(), organization: 'o-unknown' } as Caller,
  system,
  layer,
  ...OFFICES.map(office),
];

describe('the summary of an event', () => {
  const abroad = { caller: drLi(), abroad: true, basis: ['c-1', 'g-1'] };

  it('tells who, what, when, what came of it and why, in each language', () => {
    expect(LANGUAGES.map((language) => said(abroad, language))).toEqual([
      '1 June 2026 at 12:00: A professional of Invented Hospital of Shenzhen (outside Hong Kong) asked to read the record. It was permitted. Given: Personal details, Allergies and adverse drug reactions. The patient’s cross-border authorisation allows it.',
      '2026年6月1日 12:00：深圳虛構醫院的醫護專業人員（香港境外）要求取閱紀錄。已獲准許。已提供：個人資料、敏感及藥物不良反應。病人的跨境授權准許這樣做。',
      '2026年6月1日 12:00：深圳虚构医院的医护专业人员（香港境外）要求查阅记录。已获准许。已提供：个人资料、过敏及药物不良反应。患者的跨境授权准许这样做。',
    ]);
  });

  it.each<[string, Partial<AuditEventRow>, string]>([
    ['the patient', { caller: personCaller('p-1') }, 'The patient’s own record'],
    ['a parent', { caller: personCaller('p-mother') }, 'registered to act for the patient'],
    ['an auditor', { caller: office('AUDITOR') }, 'The office oversees access'],
    ['a sharing consent', { caller: drLi(null), basis: ['c-1'] }, 'sharing consent allows it'],
    ['a grant', abroad, 'cross-border authorisation allows it'],
    [
      'an emergency',
      { caller: drLi(null), purpose: 'ETREAT', basis: [] },
      'An emergency was declared',
    ],
    ['joining', { caller: drLi(null), basis: [] }, 'joining of eHealth allows it'],
  ])('tells that it was possible by %s', (_case, stated, words) => {
    expect(said(stated)).toContain(words.replace('The patient’s own', 'the patient’s own'));
  });

  it('tells that something was refused, and not why', () => {
    const words = said({
      outcome: 'DENY',
      release: 'WITHHELD',
      gate: 'LABEL',
      reason: 'a secret',
      scopes: [],
      basis: ['c-1'],
    });
    expect(words).toMatch(/It was refused; nothing was given\.$/);
  });

  it('names no professional, no client and no token', () => {
    for (const language of LANGUAGES) {
      expect(said(abroad, language)).not.toMatch(/r-li|s-li|c-shenzhen|t-li|g-1|c-1|p-1/);
    }
  });

  it('leaves a name as it is, whatever it holds', () => {
    expect(said({ caller: { ...drLi(null), organization: 'o-clinic' } as Caller })).toContain(
      'A professional of Invented {who} Clinic asked',
    );
  });

  it('says that a name is not known rather than an id', () => {
    expect(said({ caller: { ...drLi(), organization: 'o-unknown' } as Caller })).toContain(
      'an organisation whose name is not known here',
    );
  });

  it('tells the time of Hong Kong', () => {
    expect(said({ recordedAt: Date.parse('2026-05-31T16:30:00Z') })).toMatch(
      /^1 June 2026 at 00:30/,
    );
  });

  it.each(LANGUAGES)(
    'is whole in %s for every caller, action, outcome, release and change',
    (language) => {
      const rows = CALLERS.flatMap((caller) =>
        ([null, ...CHANGE_KINDS] as const).flatMap((change) =>
          ACTIONS.flatMap((action) =>
            (['PERMIT', 'DENY'] as const).flatMap((outcome) =>
              (['INTENDED', 'RELEASED', 'WITHHELD', 'CANCELLED', 'FAILED'] as const).flatMap(
                (release) =>
                  [[], [...SCOPES]].flatMap((scopes) =>
                    [[], ['c-1'], ['g-1', 'c-1']].flatMap((basis) =>
                      [true, false].map((isAbroad) =>
                        event({
                          caller,
                          change,
                          action,
                          outcome,
                          release,
                          scopes,
                          basis,
                          abroad: isAbroad,
                        }),
                      ),
                    ),
                  ),
              ),
            ),
          ),
        ),
      );
      const wrong = rows
        .map((row) => eventSummary(row, NAMES, language))
        .filter(isNotWhole(language));
      expect(wrong).toEqual([]);
    },
  );
});

const isNotWhole =
  (language: Language) =>
  (text: string): boolean =>
    /[{}]|undefined|null| {2}|\.\.|。。|：。/.test(text) ||
    !/[.。]$/.test(text) ||
    (language === 'en' && /[\u4e00-\u9fff]/.test(text));

describe('the summary of a notification', () => {
  const notice = (
    kind: NoticeKind,
    stated: Partial<AccessNotificationRow> = {},
  ): AccessNotificationRow => ({
    ...noticeOf(entryOfAccess(access('e-1', 'p-1')), kind, 'o-shenzhen'),
    ...stated,
  });

  it('tells of views abroad how many there were', () => {
    const view = { event: 'e-1', at: TEST_NOW, scopes: [] };
    expect(
      LANGUAGES.map((language) =>
        noticeSummary(notice('ACCESS', { views: [view, view] }), NAMES, language),
      ),
    ).toEqual([
      '1 June 2026 at 12:00: The record was accessed: Personal details, Allergies and adverse drug reactions. 2 views. Organisation: Invented Hospital of Shenzhen.',
      '2026年6月1日 12:00：紀錄曾被取閱：個人資料、敏感及藥物不良反應。共取閱 2 次。有關機構：深圳虛構醫院。',
      '2026年6月1日 12:00：记录曾被查阅：个人资料、过敏及药物不良反应。共查阅 2 次。有关机构：深圳虚构医院。',
    ]);
  });

  it.each(LANGUAGES)('is whole in %s for every kind', (language) => {
    const kinds: readonly NoticeKind[] = ['ACCESS', ...CHANGE_KINDS, 'PASSCODE', 'STEP_UP_CODE'];
    const texts = kinds.flatMap((kind) =>
      [null, 'o-shenzhen', 'o-unknown'].map((organization) =>
        noticeSummary(notice(kind, { organization }), NAMES, language),
      ),
    );
    expect(texts.filter(isNotWhole(language))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('summaries in the graph', () => {
  let open: OpenConsents;

  beforeEach(() => {
    open = openEmpty();
    open.repository.recordAccess([
      access('e-1', 'p-1', { caller: drLi(), abroad: true, basis: ['c-1', 'g-1'] }),
    ]);
    open.database.db
      .insert(parties)
      .values({
        id: 'o-shenzhen',
        changedAt: 1,
        party: {
          id: 'o-shenzhen',
          kind: 'Organization',
          names: NAMES('o-shenzhen'),
          jurisdiction: 'CN-GD',
          recognition: null,
        },
      })
      .run();
  });

  afterEach(() => {
    open.close();
  });

  it('are told to the patient in the language that is asked for', async () => {
    const [patient] = await select(
      open,
      `auditEvents { edges { node { en: summary(language: EN) hans: summary(language: ZH_HANS) } } }
       accessNotifications { edges { node { hant: summary(language: ZH_HANT) } } }`,
      [own('p-1')],
    );
    expect(patient).toMatchObject({
      auditEvents: {
        edges: [
          {
            node: {
              en: expect.stringContaining('A professional of Invented Hospital of Shenzhen'),
              hans: expect.stringContaining('深圳虚构医院的医护专业人员'),
            },
          },
        ],
      },
      accessNotifications: {
        edges: [{ node: { hant: expect.stringContaining('有關機構：深圳虛構醫院。') } }],
      },
    });
  });

  it('are not told to an office, which reads the event itself', async () => {
    const office = own('p-1', { administrativeBasis: 'OFFICE' });
    const [patient] = await select(
      open,
      'auditEvents { edges { node { id summary(language: EN) } } }',
      [office],
    );
    expect(patient?.['auditEvents']).toEqual({ edges: [{ node: { id: 'e-1', summary: null } }] });
  });
});
