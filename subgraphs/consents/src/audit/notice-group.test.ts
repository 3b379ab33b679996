import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AccessEvent, Caller, Scope } from '@causeway/schema';
import { asc } from 'drizzle-orm';
import { accessNotifications } from '../tables.js';
import { access, drLi, openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { select } from '../testing/select.js';

const NOON = Date.parse('2026-06-01T12:00:00+08:00');
const SECOND = 1_000;

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

/** A view from abroad, so many seconds past noon. */
const view = (id: string, seconds: number, stated: Partial<AccessEvent> = {}): AccessEvent =>
  access(id, 'p-1', { caller: drLi(), abroad: true, at: NOON + seconds * SECOND, ...stated });

const record = (...events: AccessEvent[]) => open.repository.recordAccess(events);

/** The events that each notice tells of. */
const told = (): string[] =>
  open.database.db
    .select()
    .from(accessNotifications)
    .orderBy(asc(accessNotifications.recordedAt), asc(accessNotifications.event))
    .all()
    .map(({ event, views }) => (views ?? [{ event }]).map((one) => one.event).join(' '));

const claim = (seconds: number) => {
  open.clock.now = NOON + seconds * SECOND;
  return open.repository.claimNotices(10, 60 * SECOND);
};

const other = (stated: object): Caller => ({ ...drLi(), ...stated });

describe('views from abroad', () => {
  it('of one practitioner under one grant in one minute share a notice', () => {
    record(view('e-1', 0), view('e-2', 20));
    record(view('e-3', 59.999));
    expect(told()).toEqual(['e-1 e-2 e-3']);
  });

  it('are listed in the order in which they were, with the scopes of all', () => {
    const scopes = (...words: Scope[]) => ({ scopes: words });
    record(view('e-2', 20, scopes('MEDICATION', 'PERSON')));
    record(view('e-3', 30, scopes('ALLERGY_ADR')), view('e-1', 10, scopes('PERSON')));
    expect(told()).toEqual(['e-1 e-2 e-3']);
    expect(claim(60)).toMatchObject([
      {
        scopes: ['PERSON', 'ALLERGY_ADR', 'MEDICATION'],
        views: [
          { event: 'e-1', at: NOON + 10 * SECOND, scopes: ['PERSON'] },
          { event: 'e-2' },
          { event: 'e-3' },
        ],
      },
    ]);
  });

  it.each<[string, Partial<AccessEvent>]>([
    ['in the next minute', { at: NOON + 60 * SECOND }],
    ['of another patient', { patient: 'p-2' }],
    ['under another grant', { caller: other({ grant: 'g-2' }) }],
    ['of another practitioner', { caller: other({ practitionerRole: 'r-zhao' }) }],
  ])('%s are told by themselves', (_case, stated) => {
    record(view('e-1', 0), view('e-2', 1, stated));
    record(view('e-3', 2));
    expect(told()).toEqual(['e-1 e-3', 'e-2']);
  });

  it('are told once where they are recorded twice', () => {
    record(view('e-1', 0));
    record(view('e-1', 0), view('e-2', 1));
    record(view('e-2', 1));
    expect(told()).toEqual(['e-1 e-2']);
  });

  it('are not sent before their minute is over', () => {
    record(view('e-1', 20));
    expect(claim(59.999)).toEqual([]);
    expect(claim(60)).toHaveLength(1);
  });

  it.each<[string, (id: string) => void]>([
    ['is on lease', () => undefined],
    ['is delivered', (id) => open.repository.settleNotices([{ id, result: 'DELIVERED' }])],
    ['has failed once', (id) => open.repository.settleNotices([{ id, result: 'FAILED' }])],
  ])('that come late open another notice where the first one %s', (_case, settle) => {
    record(view('e-1', 0));
    const [task] = claim(60);
    settle(task?.id ?? '');
    record(view('e-2', 58));
    record(view('e-3', 59));
    expect(told()).toEqual(['e-1', 'e-2 e-3']);
  });

  it('join a notice whose minute is over as long as nobody has taken it', () => {
    record(view('e-1', 0));
    open.clock.now = NOON + 90 * SECOND;
    record(view('e-2', 58));
    expect(told()).toEqual(['e-1 e-2']);
  });
});

describe('accesses at home', () => {
  it('are told one by one', () => {
    record(access('e-1', 'p-1'), access('e-2', 'p-1'));
    expect(told()).toEqual(['e-1', 'e-2']);
  });
});

describe('AccessNotification.views', () => {
  const VIEWS = `accessNotifications { edges { node { kind event { id } scopes views { recorded scopes event { id } } } } }`;

  it('lists each view with its time, scopes and event', async () => {
    record(view('e-1', 0, { scopes: ['PERSON'] }), view('e-2', 1, { scopes: ['ALLERGY_ADR'] }));
    const [patient] = await select(open, VIEWS, [own('p-1')]);
    expect(patient?.['accessNotifications']).toEqual({
      edges: [
        {
          node: {
            kind: 'ACCESS',
            event: { id: 'e-1' },
            scopes: ['PERSON', 'ALLERGY_ADR'],
            views: [
              { recorded: '2026-06-01T04:00:00.000Z', scopes: ['PERSON'], event: { id: 'e-1' } },
              {
                recorded: '2026-06-01T04:00:01.000Z',
                scopes: ['ALLERGY_ADR'],
                event: { id: 'e-2' },
              },
            ],
          },
        },
      ],
    });
  });

  it('lists the one access of a notice at home', async () => {
    record(access('e-1', 'p-1'));
    const [patient] = await select(open, VIEWS, [own('p-1')]);
    expect(patient?.['accessNotifications']).toMatchObject({
      edges: [{ node: { views: [{ event: { id: 'e-1' } }] } }],
    });
  });
});
