/** The two people without a client of their own, from the question to the end: in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIANHUA_BAY_HOSPITAL, PATIENT_CHAN } from '@causeway/seeds/ids';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from './accessibility.js';
import { startChromium } from './chromium.js';
import type { Browser } from './chromium.js';
import { signIn, startPagesWorld } from './pages-world.js';
import type { PagesWorld } from './pages-world.js';

const REQUEST_GRANT = `mutation RequestGrant($input: RequestGrantInput!) {
  requestGrant(input: $input) { id }
}`;

const NARROW = 360;

let world: PagesWorld;
let browser: Browser;
let patient: Page;
let clerk: Page;
const addresses: string[] = [];

beforeAll(async () => {
  [world, browser] = await Promise.all([startPagesWorld(), startChromium()]);
  patient = await browser.open(NARROW);
  clerk = await browser.open(NARROW, { locale: 'zh-CN' });
  for (const page of [patient, clerk])
    page.on('request', (request) => addresses.push(request.url()));
}, 60_000);

afterAll(async () => {
  await browser.close();
  await world.close();
});

const noticeOn = (page: Page): Promise<string> => page.locator('.notice').innerText();

/** Reads a field that shows what cannot be guessed. */
const valueOf = (page: Page, label: string): Promise<string> =>
  page.getByLabel(label, { exact: true }).inputValue();

let isBroken = false;

/** A part of the walk; after one that fails there is no going on. */
const step = (name: string, walk: () => Promise<void>): void => {
  it(name, async () => {
    if (isBroken) throw new Error('Expected the steps before to have been walked');
    isBroken = true;
    await walk();
    isBroken = false;
  });
};

describe('the patient', () => {
  step('signs in, and is shown their own page', async () => {
    await signIn(patient, `${world.url}/authorise`, 'patient-chan');
    expect(await patient.getByText('Signed in as Chan Tai Man').count()).toBe(1);
    expect(await patient.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Requests that wait for your answer',
      'Let a provider ask',
      'Authorisations in force',
      'Who saw what',
    ]);
  });

  step('makes a code, with which a provider asks', async () => {
    await patient.getByLabel('Provider', { exact: true }).selectOption(LIANHUA_BAY_HOSPITAL);
    await patient.getByRole('button', { name: 'Make a code' }).click();
    expect(await noticeOn(patient)).toContain('Your code');
    const code = await patient.locator('.notice .code').innerText();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await patient.getByAltText('QR code of your code').count()).toBe(1);
    expect(await accessibilityProblems(patient)).toEqual([]);
    await world.ask('dr-li', REQUEST_GRANT, {
      input: {
        code,
        purpose: 'TREAT',
        scopes: ['ALLERGY_ADR', 'MEDICATION'],
        lookBack: 'P2Y',
        permissions: ['READ'],
        duration: 'P7D',
        reason: '<b>Follow-up</b> of a rash',
      },
    });
  });

  step('reads in plain words what is asked, and allows less of it', async () => {
    await patient.reload();
    const request = patient.locator('article', {
      has: patient.getByRole('button', { name: 'Authorise' }),
    });
    expect(await request.innerText()).toContain('<b>Follow-up</b> of a rash');
    expect(await accessibilityProblems(patient)).toEqual([]);
    await request.getByLabel('Medication').uncheck();
    await request.getByLabel('How far back').selectOption('P1Y');
    await request.getByLabel('For how many days').fill('2');
    await request.getByRole('button', { name: 'Authorise' }).click();
    expect(await noticeOn(patient)).toContain('You have authorised it.');
    const grant = patient.locator('article', { hasText: 'no link is issued yet' });
    expect(await grant.innerText()).toContain('Allergies and adverse drug reactions');
    expect(await grant.innerText()).not.toContain('Medication');
  });

  step('issues the link, and hears of the passcode by another way', async () => {
    await patient.getByRole('button', { name: /^Issue the link for/ }).click();
    expect(await noticeOn(patient)).toContain('The passcode was sent to you separately.');
    expect(await patient.getByAltText('QR code of your link').count()).toBe(1);
    expect(await patient.content()).not.toContain(await world.passcodeOf(PATIENT_CHAN));
    expect(await accessibilityProblems(patient)).toEqual([]);
  });
});

describe('the clerk', () => {
  step('opens the link before signing in, and finds it in the form after', async () => {
    const link = await valueOf(patient, 'The link as text');
    const address = `${world.url}/link#${link.split('#')[1] ?? ''}`;
    await signIn(clerk, address, 'clerk-szh');
    expect(await clerk.locator('#link').inputValue()).toBe(address);
    expect(clerk.url()).toBe(`${world.url}/link`);
    expect(await clerk.evaluate('document.activeElement.id')).toBe('passcode');
    expect(await clerk.evaluate('sessionStorage.length')).toBe(0);
  });

  step('is told how many attempts are left', async () => {
    const passcode = await world.passcodeOf(PATIENT_CHAN);
    await clerk.locator('#passcode').fill(passcode === '00000000' ? '00000001' : '00000000');
    await clerk.getByRole('button', { name: '开始就诊' }).click();
    expect(await noticeOn(clerk)).toContain('密码不正确。剩余尝试次数：4。');
    expect(await accessibilityProblems(clerk)).toEqual([]);
  });

  step('opens the encounter, and closes it', async () => {
    await clerk.locator('#link').fill(await valueOf(patient, 'The link as text'));
    await clerk.locator('#passcode').fill(await world.passcodeOf(PATIENT_CHAN));
    await clerk.getByRole('button', { name: '开始就诊' }).click();
    expect(await noticeOn(clerk)).toContain('就诊已开始。');
    expect(await accessibilityProblems(clerk)).toEqual([]);
    await patient.reload();
    expect(await patient.getByText('Open: the provider can use it now').count()).toBeGreaterThan(0);

    await clerk.getByRole('button', { name: /^结束就诊/ }).click();
    expect(await noticeOn(clerk)).toContain('就诊已结束。');
  });

  step('cannot open it again', async () => {
    await clerk.locator('#link').fill(await valueOf(patient, 'The link as text'));
    await clerk.locator('#passcode').fill(await world.passcodeOf(PATIENT_CHAN));
    await clerk.getByRole('button', { name: '开始就诊' }).click();
    expect(await noticeOn(clerk)).toContain('找不到可在此打开的链接。');
  });
});

describe('afterwards', () => {
  step('the patient reads who did what, and revokes what is left', async () => {
    await patient.goto(`${world.url}/authorise`);
    expect(await patient.locator('ol.events li').count()).toBeGreaterThan(3);
    await patient
      .getByRole('button', { name: /^Revoke the authorisation of/ })
      .first()
      .click();
    expect(await noticeOn(patient)).toContain('You have revoked it.');
  });

  step('both sign out, and their pages are shut', async () => {
    await patient.getByRole('button', { name: 'Sign out' }).click();
    await clerk.getByRole('button', { name: '退出登录' }).click();
    await patient.goto(`${world.url}/authorise`);
    await clerk.goto(`${world.url}/link`);
    expect(await patient.locator('a[href="/sign-in?to=/authorise"]').count()).toBe(1);
    expect(await clerk.locator('form').count()).toBe(0);
  });

  step('no address that a browser asked for held a secret', async () => {
    const passcode = await world.passcodeOf(PATIENT_CHAN);
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) {
      expect(address).not.toContain(passcode);
      // JSON in base64url begins so; random values hold the same letters further in, once in a while.
      expect(address).not.toMatch(/shlink|access_token|id_token|csrf|(?:[^\w-]|%[\dA-F]{2})eyJ/);
    }
  });
});
