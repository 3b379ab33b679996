/** The example page of the typed client: what a reader sees while a patient consents, and revokes, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GRANT_LI, LIANHUA_BAY_HOSPITAL, PATIENT_CHAN } from '@causeway/seeds/ids';
import type { Locator, Page } from 'playwright-core';
import { servePage } from '../../schema/client/examples/react/serve-page.js';
import type { ServedPage } from '../../schema/client/examples/react/serve-page.js';
import { claimsFor, claimsWithoutGrant } from '../../start/src/whose-token.js';
import { accessibilityProblems, keyboardProblems } from './accessibility.js';
import { startChromium } from './chromium.js';
import type { Browser } from './chromium.js';
import { startPagesWorld } from './pages-world.js';
import type { PagesWorld } from './pages-world.js';

const CODE = `mutation IssueRequestCode($patient: ID!, $organization: ID!) {
  issueRequestCode(patient: $patient, organization: $organization, use: GRANT) { code }
}`;

const REQUESTS = `query GrantRequests($patient: ID!) {
  grantRequests(patient: $patient) { id state reason asked { scopes } }
}`;

const AUTHORISE = `mutation AuthoriseGrant($patient: ID!, $input: AuthoriseGrantInput!) {
  authoriseGrant(patient: $patient, input: $input) { id }
}`;

const ISSUE_LINK = `mutation IssueLink($patient: ID!, $grant: ID!) {
  issueLink(patient: $patient, grant: $grant) { link }
}`;

const REDEEM = `mutation RedeemLink($input: RedeemLinkInput!) {
  redeemLink(input: $input) { id }
}`;

const REVOKE = `mutation RevokeGrant($patient: ID!, $id: ID!) {
  revokeGrant(patient: $patient, id: $id) { id }
}`;

const NARROW = 360;

const patient = PATIENT_CHAN;

let served: ServedPage;
let world: PagesWorld;
let browser: Browser;
let page: Page;
let request = '';
const origins = new Set<string>();
const complaints: string[] = [];

beforeAll(async () => {
  served = await servePage({ port: 0, graph: () => world.url });
  [world, browser] = await Promise.all([
    startPagesWorld({ CAUSEWAY_ORIGINS: served.url }),
    startChromium(),
  ]);
  page = await browser.open(NARROW);
  page.on('request', (one) => origins.add(new URL(one.url()).origin));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
}, 60_000);

afterAll(async () => {
  await browser.close();
  await world.close();
  await served.close();
});

const section = (title: string): Locator => page.getByRole('region', { name: title });

const entriesOf = (title: string): Locator => section(title).getByRole('listitem');

const told = (text: RegExp): Promise<void> =>
  page.getByRole('status').last().filter({ hasText: text }).waitFor();

/** Why each section is locked, and null for those that are not. */
async function locks(): Promise<Readonly<Record<string, string | null>>> {
  const titles = ['Allergies', 'Medication', 'Laboratory reports', 'Diagnoses', 'Images'];
  const codes = titles.map(async (title) => {
    const [lock] = await section(title).locator('[data-locked-by]').all();
    return [title, (await lock?.getAttribute('data-locked-by')) ?? null] as const;
  });
  return Object.fromEntries(await Promise.all(codes));
}

const OPEN = { Allergies: null, Medication: null, 'Laboratory reports': null };

const SHUT = {
  Allergies: 'NO_GRANT',
  Medication: 'NO_GRANT',
  'Laboratory reports': 'NO_GRANT',
  Diagnoses: 'NO_GRANT',
  Images: 'NO_GRANT',
};

/** Waits until nothing of a patient is shown. */
const shut = (): Promise<void> =>
  section('Allergies').locator('[data-locked-by=NO_GRANT]').waitFor();

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

describe('the record viewer', () => {
  step('shows what the grant covers, and locks the rest with the reason', async () => {
    await page.goto(served.url);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page
      .getByLabel('Your token')
      .fill(
        await world.tokenOf(
          claimsWithoutGrant(await claimsFor('dr-li', () => Promise.resolve(false))),
        ),
      );
    await page.getByLabel(/^A grant that you hold/).fill(GRANT_LI);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await entriesOf('Allergies').first().waitFor();
    expect(await locks()).toEqual({
      ...OPEN,
      Diagnoses: 'CONSENT_REQUIRED',
      Images: 'CONSENT_REQUIRED',
    });
    expect(await section('Diagnoses').innerText()).toContain('has not consented');
    expect(await section('Patient').innerText()).toContain('does not leave Hong Kong');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await keyboardProblems(page)).toEqual([]);
    await page.evaluate('window.isTheSamePage = true');
  });

  step('asks the patient for what is locked, by their code alone', async () => {
    await page.getByRole('button', { name: 'Ask for consent: Diagnoses' }).click();
    expect(await page.evaluate('document.activeElement.name')).toBe('code');
    await page.getByLabel('The patient’s code').fill('0000-0000-0000');
    await page.getByLabel(/^Why/).fill('To know what you were treated for');
    await page.getByRole('button', { name: 'Ask the patient' }).click();
    await page.getByRole('alert').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    const organization = LIANHUA_BAY_HOSPITAL;
    const issued = await world.ask('patient-chan', CODE, { patient, organization });
    const { code } = issued as { readonly code: string };
    await page.getByLabel('The patient’s code').fill(code);
    await page.getByLabel(/^Why/).fill('To know what you were treated for');
    await page.getByRole('button', { name: 'Ask the patient' }).click();
    await told(/The patient is asked/);

    const requests = (await world.ask('patient-chan', REQUESTS, { patient })) as readonly {
      readonly id: string;
      readonly state: string;
      readonly asked: { readonly scopes: readonly string[] };
    }[];
    const asked = requests.find(({ state }) => state === 'REQUESTED');
    expect(asked?.asked.scopes).toEqual(
      expect.arrayContaining(['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT', 'DIAGNOSIS']),
    );
    expect(asked?.asked.scopes).not.toContain('RAD_IMAGE');
    request = asked?.id ?? '';
  });

  step('tells at once that the patient has consented, which ends the former grant', async () => {
    await world.ask('patient-chan', AUTHORISE, { patient, input: { request } });
    await told(/The patient has consented/);
    await shut();
    expect(await locks()).toEqual(SHUT);
  });

  step('unlocks the section as the encounter is opened at the desk', async () => {
    const issued = await world.ask('patient-chan', ISSUE_LINK, { patient, grant: request });
    const { link } = issued as { readonly link: string };
    await told(/The patient has a link/);
    const passcode = await world.passcodeOf(patient);
    await world.ask('clerk-szh', REDEEM, { input: { link, passcode } });
    await told(/The encounter is open/);
    await entriesOf('Diagnoses').first().waitFor();
    expect(await locks()).toEqual({ ...OPEN, Diagnoses: null, Images: 'CONSENT_REQUIRED' });
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  step('locks all of it again when the patient revokes', async () => {
    await world.ask('patient-chan', REVOKE, { patient, id: request });
    await told(/The patient has revoked/);
    await shut();
    expect(await locks()).toEqual(SHUT);
    expect(await page.getByRole('listitem').count()).toBe(0);
    expect(await section('Patient').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  step('was never loaded anew, and asked nobody but the graph', async () => {
    expect(await page.evaluate('window.isTheSamePage')).toBe(true);
    expect([...origins].sort()).toEqual([served.url, world.url].sort());
    expect(complaints).toEqual([]);
  });
});
