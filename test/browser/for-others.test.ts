/** Those who speak for others on the patient's page: a substitute decision maker, a caregiver. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonaName } from '@causeway/seeds';
import { startChromium } from './chromium.js';
import type { Browser } from './chromium.js';
import { signIn, startPagesWorld } from './pages-world.js';
import type { PagesWorld } from './pages-world.js';

let world: PagesWorld;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([startPagesWorld(), startChromium()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await world.close();
});

describe('somebody who speaks for another', () => {
  it.each<readonly [PersonaName, string]>([
    ['sdm-chan', 'CHAN Tsz Kit, for whom you decide'],
    ['caregiver-chan', 'A person you care for'],
  ])('chooses them, and makes a code in their name: %s', async (who, patient) => {
    const page = await browser.open(360);
    await signIn(page, `${world.url}/authorise`, who);
    await page.getByLabel(patient).check();
    await page.getByRole('button', { name: 'Change' }).click();
    expect(await page.getByLabel(patient).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Make a code' }).click();
    expect(await page.locator('.notice .code').innerText()).toMatch(/^[0-9A-Z-]{14}$/);
  });
});
