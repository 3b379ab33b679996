/** What every page owes everybody: any language, any width from a small telephone on, the keyboard alone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@causeway/schema';
import type { Page } from 'playwright-core';
import { accessibilityProblems, keyboardProblems } from './accessibility.js';
import { startChromium } from './chromium.js';
import type { Browser } from './chromium.js';
import { signIn, startPagesWorld } from './pages-world.js';
import type { PagesWorld } from './pages-world.js';

const WIDTHS = [360, 1280];

let world: PagesWorld;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([startPagesWorld(), startChromium()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await world.close();
});

describe.each(WIDTHS)('on a screen of %s px', (width) => {
  let stranger: Page;
  let patient: Page;
  let mother: Page;
  let clerk: Page;

  beforeAll(async () => {
    stranger = await browser.open(width);
    patient = await browser.open(width);
    mother = await browser.open(width);
    clerk = await browser.open(width);
    await signIn(patient, `${world.url}/authorise`, 'patient-chan');
    await signIn(mother, `${world.url}/authorise`, 'sdm-chan');
    await signIn(clerk, `${world.url}/link`, 'clerk-szh');
  });

  const pages = (): readonly (readonly [Page, string])[] => [
    [stranger, '/authorise'],
    [stranger, '/link'],
    [patient, '/authorise'],
    [mother, '/authorise'],
    [clerk, '/link'],
    [clerk, '/authorise'],
  ];

  it.each(LANGUAGES)('nothing is wrong with the pages in %s', async (language) => {
    for (const [page, path] of pages()) {
      await page.goto(`${world.url}${path}?language=${language}`);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      expect([path, ...(await accessibilityProblems(page))]).toEqual([path]);
    }
  });

  it('the keyboard reaches all, and shows where it is', async () => {
    for (const [page, path] of pages()) {
      await page.goto(`${world.url}${path}?language=en`);
      expect([path, ...(await keyboardProblems(page))]).toEqual([path]);
    }
  });
});

describe('by the keyboard alone', () => {
  it('one skips to the content, signs in, and makes a code', async () => {
    const page = await browser.open(360);
    await page.goto(`${world.url}/authorise`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/openid\/authorize/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${world.url}/authorise`);
    await tabTo(page, 'select[name=organization]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice');
    expect(await page.evaluate('document.activeElement.className')).toBe('notice done');
  });
});

describe('without scripts', () => {
  it('the pages work all the same', async () => {
    const clerk = await browser.open(360, { hasScripts: false });
    await signIn(clerk, `${world.url}/link`, 'clerk-szh');
    await clerk.locator('#link').fill('x'.repeat(43));
    await clerk.locator('#passcode').fill('12345678');
    await clerk.getByRole('button', { name: 'Open the encounter' }).click();
    expect(await clerk.locator('.notice').innerText()).toContain('There is no such link');
  });
});

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches('${selector}')`)) return;
  }
  throw new Error(`Expected the keyboard to reach ${selector}`);
}
