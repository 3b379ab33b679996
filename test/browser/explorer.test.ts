/** The pages for those who try the graph out, in a real browser that reaches the server and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems, keyboardProblems } from './accessibility.js';
import { startChromium } from './chromium.js';
import type { Browser } from './chromium.js';
import { startPagesWorld } from './pages-world.js';
import type { PagesWorld } from './pages-world.js';

const WIDE = 1440;

let world: PagesWorld;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([startPagesWorld(), startChromium()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A page whose browser is answered by the server alone, and what else it asked for or complained of. */
async function opened(path: string): Promise<{
  readonly page: Page;
  readonly strayed: string[];
  readonly complaints: string[];
}> {
  const page = await browser.open(WIDE);
  const strayed: string[] = [];
  const complaints: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${world.url}/`)) return route.continue();
    strayed.push(url);
    return route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  // What the pages load is bundled when it is first asked for.
  await page.goto(`${world.url}${path}`, { timeout: 45_000 });
  return { page, strayed, complaints };
}

describe('the explorer', () => {
  let page: Page;
  let strayed: string[];
  let complaints: string[];

  const run = async (): Promise<void> => {
    await page.getByRole('button', { name: /Execute query/ }).click();
  };
  const answer = () => page.getByRole('region', { name: 'What became of it' });

  /** Goes to a field in the documentation. */
  const documentationOf = async (type: string, field: string): Promise<void> => {
    const search = page.locator('.graphiql-doc-explorer-search input');
    // It looks for names of fields and of types; a hundred of what it finds are shown.
    await search.fill(field);
    await page
      .getByRole('option', { name: `${type}.${field}`, exact: true })
      .first()
      .click();
  };

  beforeAll(async () => {
    ({ page, strayed, complaints } = await opened('/explorer'));
    await page.locator('.graphiql-query-editor .view-lines').first().waitFor({ timeout: 30_000 });
  }, 90_000);

  it('shows a doctor at home what a doctor abroad is refused', async () => {
    await page.getByLabel('Ask as').selectOption('dr-wong');
    await run();
    await answer().getByText('birthDate').waitFor();
    expect(await answer().innerText()).not.toContain('NOT_SHARABLE');
    await page.getByLabel('Ask as').selectOption('dr-li');
    await run();
    await answer()
      .getByRole('row', { name: /^patient\.hkid NOT_SHARABLE/ })
      .waitFor();
    const text = await answer().innerText();
    expect(text).toContain('It never leaves Hong Kong; asking would not change it.');
    expect(text).toContain('CONSENT_REQUIRED');
    expect(text).toContain('the patient may be asked for it');
    expect(text).toContain('What the permit covers');
  });

  it('marks what is not there without telling why', async () => {
    await page.getByLabel('Ask as').selectOption('dr-zhao');
    await run();
    await answer().getByText('nothing: there is none, or it was withheld').waitFor();
    expect(await answer().getByRole('status').innerText()).toContain('Nothing was refused');
  });

  it('asks for the purpose that is chosen', async () => {
    await page.getByLabel('Ask as').selectOption('dr-wong');
    await page.getByLabel('Purpose of use').selectOption('CAREMGT');
    const asked = page.waitForRequest((request) => request.url().endsWith('/graphql'));
    await run();
    expect((await asked).headers()['purpose-of-use']).toBe('CAREMGT');
  });

  it('takes the caller of the story whose tab is chosen', async () => {
    await page.getByRole('tab', { name: 'MyRecord', exact: true }).click();
    expect(await page.getByLabel('Ask as').inputValue()).toBe('patient-chan');
    expect(await page.getByLabel('Purpose of use').inputValue()).toBe('PATRQT');
  });

  it('tells with each field what it takes, and of whom', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await documentationOf('Patient', 'hkid');
    const text = await page.locator('.graphiql-doc-explorer').innerText();
    expect(text).toContain('never across the border');
    expect(text).toMatch(/domestic-professional: with consent for PERSON/);
    expect(text).toMatch(/cross-border-professional: never/);
  });

  it('tells what the caller alone could ever get', async () => {
    await page.getByLabel('Ask as').selectOption('dr-li');
    const told = page.waitForResponse((response) => response.url().endsWith('/graphql'));
    await page.getByRole('combobox', { name: 'Documentation' }).selectOption('caller');
    expect(await (await told).text()).not.toContain('hkid');
  });

  it('loads nothing from elsewhere, and breaks none of its own rules', () => {
    expect(strayed).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('can be used by everybody', async () => {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await keyboardProblems(page)).toEqual([]);
  });
});

describe('the page at /', () => {
  /** What a frame is filled in with, by its address. */
  const filledIn = (page: Page): Promise<Record<string, string>> =>
    page.evaluate(`(() => {
      const { src } = document.querySelector('[role=tabpanel]:not([hidden]) iframe');
      const filledIn = [...new URL(src).searchParams].filter(([name]) => name.startsWith('default'));
      return Object.fromEntries(filledIn.map(([name, value]) => [name, decodeURIComponent(value)]));
    })()`);

  it('has a Sandbox for each story, filled in with its operation, variables and token', async () => {
    const { page, strayed } = await opened('/');
    await page.locator('iframe').first().waitFor({ state: 'attached' });
    const first = await filledIn(page);
    expect(first['defaultDocument']).toContain('query PatientRecord');
    expect(first['defaultVariables']).toContain('"id"');
    expect(JSON.parse(first['defaultHeaders'] ?? '')).toEqual({
      Authorization: expect.stringMatching(/^Bearer ey/),
      'Purpose-Of-Use': 'TREAT',
    });
    await page.getByRole('tab', { name: 'Who saw the record' }).click();
    await page.locator('[role=tabpanel]:not([hidden]) iframe').waitFor({ state: 'attached' });
    const other = await filledIn(page);
    expect(other['defaultDocument']).toContain('query WhoSawMyRecord');
    expect(JSON.parse(other['defaultHeaders'] ?? '')).toMatchObject({ 'Purpose-Of-Use': 'PATRQT' });
    expect(other['defaultHeaders']).not.toBe(first['defaultHeaders']);
    expect(strayed.map((url) => new URL(url).origin)).toEqual(
      strayed.map(() => 'https://sandbox.embed.apollographql.com'),
    );
  });

  it('leads from tab to tab by arrows', async () => {
    const { page } = await opened('/');
    const first = page.getByRole('tab', { name: 'A doctor abroad reads' });
    await first.focus();
    await page.keyboard.press('ArrowRight');
    const next = page.getByRole('tab', { name: 'A doctor at home reads' });
    expect(await next.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Home');
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
