import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IDLE, SIGN_IN_TIME } from './house.js';
import { LIFETIME, servePages } from './testing/served-pages.js';
import type { ServedPages } from './testing/served-pages.js';
import { csrfIn } from './testing/visitor.js';

let pages: ServedPages;

beforeAll(async () => {
  pages = await servePages();
});

afterAll(() => pages.close());

beforeEach(() => {
  pages.asked.length = 0;
  pages.failures.length = 0;
  pages.answers.clear();
});

const REDEEM = { link: 'shlink:/abc', passcode: '12345678' };

const redeemed = () =>
  pages.answers.set('RedeemLink', {
    data: {
      redeemLink: { id: 'grant-1', opensUntil: '2026-11-22T16:00:00Z', scopes: ['ALLERGY_ADR'] },
    },
  });

describe('a page, to somebody who has not signed in,', () => {
  it('invites them to, asks nothing, and shows no form', async () => {
    const { status, text } = await pages.visitor().get('/link');
    expect(status).toBe(200);
    expect(text).toContain('href="/sign-in?to=/link"');
    expect(text).not.toContain('<form');
    expect(pages.asked).toEqual([]);
  });

  it.each(['/link', '/authorise'])(
    'is in no frame, kept by nobody, and tells nobody: %s',
    async (path) => {
      const { headers } = await pages.visitor().get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it.each([
    [{ 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' }, '/link', 'zh-Hans'],
    [{ 'accept-language': 'zh-HK' }, '/link', 'zh-Hant'],
    [{ 'accept-language': 'fr' }, '/link', 'en'],
    [{ 'accept-language': 'en' }, '/link?language=zh-Hant', 'zh-Hant'],
    [{ 'accept-language': 'en' }, '/link?language=tlh', 'en'],
  ])('speaks their language: %j at %s', async (headers, path, language) => {
    const { text } = await pages.visitor().get(path, headers);
    expect(text).toContain(`<html lang="${language}">`);
  });

  it('remembers a language that was chosen', async () => {
    const visitor = pages.visitor();
    await visitor.get('/link?language=zh-Hans');
    expect((await visitor.get('/authorise')).text).toContain('<html lang="zh-Hans">');
  });

  it('leads them on from what they send', async () => {
    const answer = await pages.visitor().post('/link/redeem', REDEEM);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/link']);
    expect(pages.asked).toEqual([]);
  });
});

describe('signing in', () => {
  it('goes to the provider, and leads back to our own pages alone', async () => {
    const visitor = pages.visitor();
    const begun = await visitor.get('/sign-in?to=https://elsewhere.example/');
    expect(begun.status).toBe(303);
    expect(begun.headers.get('location')).toBe(
      `https://provider.example/authorize?redirect_uri=${encodeURIComponent(`${pages.url}/signed-in`)}`,
    );
    const back = await visitor.get('/signed-in?code=c&state=state');
    expect(back.text).toContain('content="0; url=/authorise"');
  });

  it('gives a cookie that only our own pages send, and that no script reads', async () => {
    const visitor = pages.visitor();
    const begun = await visitor.get('/sign-in?to=/link');
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^causeway-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
      ),
    ]);
    const back = await visitor.get('/signed-in?code=c&state=state');
    expect(back.headers.getSetCookie()).toEqual([
      'causeway-sign-in=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
      expect.stringMatching(/^causeway-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
  });

  it('never shows the access token, and writes names as text', async () => {
    const { page } = await pages.signedIn('/link');
    expect(page.text).toContain('Signed in as Chan &lt;Tai Man&gt;');
    expect(page.text).not.toContain('TOKEN-SECRET');
  });

  it.each([
    ['with another state', '/signed-in?code=c&state=other', true],
    ['without having begun', '/signed-in?code=c&state=state', false],
    ['with a refusal of the provider', '/signed-in?error=access_denied', true],
  ])('signs nobody in who comes back %s', async (_how, path, hasBegun) => {
    const visitor = pages.visitor();
    if (hasBegun) await visitor.get('/sign-in?to=/link');
    const { status, text } = await visitor.get(path);
    expect([status, [...visitor.cookies.keys()]]).toEqual([400, []]);
    expect(text).toContain('You are not signed in');
  });

  it('is answered once, and in time', async () => {
    const [late, twice] = [pages.visitor(), pages.visitor()];
    await late.get('/sign-in?to=/link');
    pages.time.now += SIGN_IN_TIME;
    expect((await late.get('/signed-in?code=c&state=state')).status).toBe(400);

    await twice.get('/sign-in?to=/link');
    const ticket = twice.cookies.get('causeway-sign-in') ?? '';
    expect((await twice.get('/signed-in?code=c&state=state')).status).toBe(200);
    twice.cookies.set('causeway-sign-in', ticket);
    expect((await twice.get('/signed-in?code=c&state=state')).status).toBe(400);
  });

  it('makes a session of its own, whatever ticket was there before', async () => {
    const visitor = pages.visitor();
    visitor.cookies.set('causeway-session', 'planted');
    await visitor.get('/sign-in?to=/link');
    await visitor.get('/signed-in?code=c&state=state');
    const first = visitor.cookies.get('causeway-session') ?? '';
    expect(first).toMatch(/^[\w-]{43}$/);

    await visitor.get('/sign-in?to=/link');
    await visitor.get('/signed-in?code=c&state=state');
    const former = pages.visitor();
    former.cookies.set('causeway-session', first);
    expect((await former.get('/link')).text).toContain('/sign-in?to=/link');
  });
});

describe('a session', () => {
  it.each([
    ['half an hour without a visit', [IDLE]],
    [
      'the life of the token, however often they visit',
      Array.from({ length: 4 }, () => (LIFETIME / 4) * 1000),
    ],
  ])('ends after %s', async (_when, waits) => {
    const { visitor, page } = await pages.signedIn('/link');
    expect(page.text).toContain('<form method="post" action="/link/redeem"');
    let last = page;
    for (const wait of waits) {
      pages.time.now += wait;
      last = await visitor.get('/link');
    }
    expect(last.text).toContain('/sign-in?to=/link');
  });

  it('ends when they sign out', async () => {
    const { visitor, page } = await pages.signedIn('/link');
    const ticket = visitor.cookies.get('causeway-session') ?? '';
    const answer = await visitor.post('/sign-out', { csrf: csrfIn(page), to: '/link' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/link']);
    expect(visitor.cookies.has('causeway-session')).toBe(false);
    visitor.cookies.set('causeway-session', ticket);
    expect((await visitor.get('/link')).text).toContain('/sign-in?to=/link');
  });

  it('ends when the graph does not know them any more', async () => {
    const { visitor, page } = await pages.signedIn('/link');
    pages.answers.set('RedeemLink', {
      data: null,
      errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }],
    });
    const answer = await visitor.post('/link/redeem', { ...REDEEM, csrf: csrfIn(page) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/link']);
    expect(visitor.cookies.has('causeway-session')).toBe(false);
  });
});

describe('a form', () => {
  it('is done, and leads back to the page that tells of it until the next', async () => {
    const { visitor, page } = await pages.signedIn('/link');
    redeemed();
    const answer = await visitor.post('/link/redeem', { ...REDEEM, csrf: csrfIn(page) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/link']);
    expect(pages.asked).toMatchObject([
      { accessToken: 'TOKEN-SECRET', purpose: 'TREAT', variables: { input: REDEEM } },
    ]);
    const after = await visitor.get('/link');
    expect(after.text).toContain('The encounter is open.');
    expect(after.text).toContain('grant-1');
    expect(after.text).not.toContain(REDEEM.passcode);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['without the token of the session', {}, { 'sec-fetch-site': 'same-origin' }],
    ['with another token', { csrf: 'x'.repeat(43) }, { 'sec-fetch-site': 'same-origin' }],
    ['of another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['of another origin', {}, { origin: 'https://elsewhere.example' }],
    ['that does not say where it comes from', {}, {}],
  ])('%s is refused, and nothing is asked', async (_which, fields, headers) => {
    const { visitor, page } = await pages.signedIn('/link');
    redeemed();
    const isForeign = headers['sec-fetch-site'] !== 'same-origin';
    const form = { ...REDEEM, ...(isForeign && { csrf: csrfIn(page) }), ...fields };
    const answer = await visitor.post('/link/redeem', form, headers);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('This form was not accepted');
    const left = await visitor.post(
      '/sign-out',
      { to: '/link', ...(isForeign && { csrf: csrfIn(page) }), ...fields },
      headers,
    );
    expect(left.status).toBe(403);
    expect(pages.asked).toEqual([]);
    expect((await visitor.get('/link')).text).toContain('action="/link/redeem"');
  });

  it('of one session is none of another', async () => {
    const [one, other] = [await pages.signedIn('/link'), await pages.signedIn('/link')];
    const answer = await one.visitor.post('/link/redeem', { ...REDEEM, csrf: csrfIn(other.page) });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['GET', '/link/redeem', 405],
    ['GET', '/link/constructor', 404],
    ['GET', '/link/', 404],
    ['POST', '/link', 405],
    ['POST', '/sign-in', 405],
    ['GET', '/sign-out', 405],
  ])('has its own way: %s %s is %s', async (method, path, status) => {
    const visitor = pages.visitor();
    const answer = await (method === 'GET' ? visitor.get(path) : visitor.post(path, {}));
    expect(answer.status).toBe(status);
  });

  it.each([
    ['LINK_NOT_FOUND', {}, 'There is no such link'],
    ['PASSCODE_INVALID', { remainingAttempts: 3 }, 'Attempts left: 3.'],
    ['LINK_LOCKED', {}, 'locked for good'],
    ['INTERNAL_SERVER_ERROR', {}, 'could not be done now'],
    ['toString', {}, 'could not be done now'],
  ])('that the graph refuses with %s tells so in plain words', async (code, extensions, words) => {
    const { visitor, page } = await pages.signedIn('/link');
    const errors = [{ message: 'SECRET', extensions: { code, ...extensions } }];
    pages.answers.set('RedeemLink', { data: null, errors });
    await visitor.post('/link/redeem', { ...REDEEM, csrf: csrfIn(page) });
    const { text } = await visitor.get('/link');
    expect(text).toContain(words);
    expect(text).not.toContain('SECRET');
  });

  it('of somebody whom the page is not for is turned away', async () => {
    const { visitor, page } = await pages.signedIn('/link');
    const errors = [{ message: '', extensions: { code: 'PURPOSE_REQUIRED' } }];
    pages.answers.set('RedeemLink', { errors });
    const answer = await visitor.post('/link/redeem', { ...REDEEM, csrf: csrfIn(page) });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('This page is for the staff of recognised organisations.');
  });

  it('that nobody answers says so, and is reported', async () => {
    const { visitor, page } = await pages.signedIn('/link');
    const answer = await visitor.post('/link/redeem', { ...REDEEM, csrf: csrfIn(page) });
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('This cannot be shown now');
    expect(pages.failures).toHaveLength(1);
  });
});
