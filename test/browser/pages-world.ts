/** The whole graph with its pages over a fresh copy of the seeded world, as `npm start` serves it. */
import { writeFileSync } from 'node:fs';
import { personaNamed } from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import type { Page } from 'playwright-core';
import { openDataFolder } from '../../start/src/data-folder.js';
import { openDevelopmentIssuer } from '../../start/src/dev-issuer.js';
import { startInProcess } from '../../start/src/in-process.js';
import { readMailbox } from '../../start/src/notify/mailbox.js';
import { readSettings } from '../../start/src/settings.js';
import { NEVER_LATE_ENVIRONMENT } from '../support/never-late.js';
import { copyOfSeededWorld } from '../support/seeded-world.js';

/** A running graph with its pages. */
export interface PagesWorld {
  /** The pages under a name that is another site to browsers than the provider's, as it would be in earnest. */
  readonly url: string;
  /** A development token that states what is claimed. */
  tokenOf(claims: PersonaClaims): Promise<string>;
  /** Asks the graph as a persona does who has a client of their own; the value of the one field. */
  ask(who: PersonaName, document: string, variables: object): Promise<unknown>;
  /** The newest passcode that was sent to a patient. */
  passcodeOf(patient: string): Promise<string>;
  close(): Promise<void>;
}

/** How long a notice may be on its way, in milliseconds. */
const DELIVERY = 20_000;

/** Starts the graph, with what an environment says beside where it runs. */
export async function startPagesWorld(
  environment: Readonly<Record<string, string>> = {},
): Promise<PagesWorld> {
  const now = Date.now();
  const world = copyOfSeededWorld(now);
  const folder = openDataFolder(world.path);
  const date = new Date(now).toISOString().slice(0, 10);
  writeFileSync(folder.seedMark, JSON.stringify({ date, isComplete: true }));
  const settings = readSettings({
    ...NEVER_LATE_ENVIRONMENT,
    ...environment,
    PORT: '0',
    CAUSEWAY_DATA: world.path,
  });
  const graph = await startInProcess(settings, { clock: Date.now, say: () => undefined });
  const issuer = await openDevelopmentIssuer(folder, settings);
  const tokenOf = (claims: PersonaClaims): Promise<string> => issuer.issue(claims, Date.now());
  return {
    url: graph.url.replace('127.0.0.1', 'localhost'),
    tokenOf,
    ask: async (who, document, variables) => {
      const persona = personaNamed(who);
      if (persona === undefined) throw new Error(`Expected a persona, got ${who}`);
      const response = await fetch(`${graph.url}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(persona.claims)}`,
          'content-type': 'application/json',
          'purpose-of-use': persona.purpose,
        },
        body: JSON.stringify({ query: document, variables }),
      });
      const { data, errors } = (await response.json()) as {
        readonly data?: Readonly<Record<string, unknown>>;
        readonly errors?: unknown;
      };
      const [value] = Object.values(data ?? {});
      if (value == null) throw new Error(`Expected an answer, got ${JSON.stringify(errors)}`);
      return value;
    },
    passcodeOf: (patient) => newestPasscode(folder.mailbox, patient),
    close: async () => {
      await graph.close();
      world.remove();
    },
  };
}

/** Opens a page and signs in there as a persona. */
export async function signIn(page: Page, address: string, who: PersonaName): Promise<void> {
  await page.goto(address);
  await page.locator('a[href^="/sign-in"]').click();
  await page.locator(`a[href*="login_hint=${who}"]`).click();
  await page.waitForURL(`${new URL(address).origin}${new URL(address).pathname}`);
}

async function newestPasscode(mailbox: string, patient: string): Promise<string> {
  for (const end = Date.now() + DELIVERY; Date.now() < end;) {
    const messages = await readMailbox(mailbox, patient, { isProduction: false });
    const passcode = messages.findLast(({ kind }) => kind === 'PASSCODE');
    const [digits] = passcode === undefined ? [] : (/\b\d{8}\b/.exec(passcode.text) ?? []);
    if (digits !== undefined) return digits;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Expected a passcode to be sent');
}
