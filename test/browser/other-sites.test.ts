/** What pages of other sites can do to somebody who has signed in here: nothing. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LIANHUA_BAY_HOSPITAL } from '@causeway/seeds/ids';
import type { Page } from 'playwright-core';
import { startChromium } from './chromium.js';
import type { Browser } from './chromium.js';
import { signIn, startPagesWorld } from './pages-world.js';
import type { PagesWorld } from './pages-world.js';

let world: PagesWorld;
let browser: Browser;
let page: Page;
let elsewhere: Server;
let url: string;
let served = '';

beforeAll(async () => {
  [world, browser] = await Promise.all([startPagesWorld(), startChromium()]);
  elsewhere = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Elsewhere</title>${served}`);
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  page = await browser.open(1280);
  await signIn(page, `${world.url}/authorise`, 'patient-chan');
}, 60_000);

afterAll(async () => {
  await browser.close();
  elsewhere.close();
  elsewhere.closeAllConnections();
  await world.close();
});

beforeEach(() => {
  served = '';
});

describe('another site', () => {
  it.each(['/authorise', '/link', '/sign-in?to=/link'])(
    'cannot show %s in a frame',
    async (path) => {
      served = `<iframe src="${world.url}${path}"></iframe>`;
      await page.goto(url);
      const frame = page.frames().find((one) => one !== page.mainFrame());
      await page.waitForTimeout(200);
      const text = await frame?.evaluate('document.body.innerText').catch(() => '');
      expect(String(text)).not.toMatch(/Causeway|authoris/i);
    },
  );

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'])(
    'cannot send a form of type %s in their name',
    async (type) => {
      served = `<form method="post" enctype="${type}" action="${world.url}/authorise/request-code">
        <input name="organization" value="${LIANHUA_BAY_HOSPITAL}"><button>Win</button></form>`;
      await page.goto(url);
      const answered = page.waitForResponse(/request-code/);
      await page.click('button');
      expect([403, 415]).toContain((await answered).status());
      await page.goto(`${world.url}/authorise`);
      expect(await page.getByText('Signed in as').count()).toBe(1);
      expect(await page.locator('.notice').count()).toBe(0);
    },
  );

  it('cannot sign them out', async () => {
    served = `<form method="post" action="${world.url}/sign-out"><button>Win</button></form>`;
    await page.goto(url);
    await page.click('button');
    await page.goto(`${world.url}/authorise`);
    expect(await page.getByText('Signed in as').count()).toBe(1);
  });

  it('is not told where they come from', async () => {
    await page.goto(`${world.url}/authorise`);
    const request = page.waitForRequest((one) => one.url() === url);
    await page.evaluate(`location.href = ${JSON.stringify(url)}`);
    await page.waitForURL(url);
    expect((await request).headers()['referer']).toBeUndefined();
  });

  it('meets a session that its links do not carry, and that no script reads', async () => {
    served = `<a href="${world.url}/authorise">Look</a>`;
    await page.goto(url);
    await page.click('a');
    await page.waitForURL(`${world.url}/authorise`);
    expect(await page.locator('a[href^="/sign-in"]').count()).toBe(1);
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.goto(`${world.url}/authorise`);
    expect(await page.getByText('Signed in as').count()).toBe(1);
  });
});
