/**
 * What can be found of a page's accessibility by looking at it: the names and roles that assistive technology is told,
 * and what is drawn. Each finding names the WCAG 2.2 criterion it is against.
 *
 * @see https://www.w3.org/TR/WCAG22/
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What runs in the browser, and so is no part of this program. */
const inPage = (name: string): string =>
  readFileSync(new URL(`./in-page/${name}.js`, import.meta.url), 'utf8');

const DRAWN = inPage('drawn-problems');
const FOCUS = inPage('focus');

/** Of choices that exclude each other, Tab leads to the one that is chosen, and arrows to the others. */
const CONTROLS =
  'a[href], button, input:not([type=hidden], [type=radio]), input[type=radio]:checked, select, textarea, summary';

interface Focus {
  readonly place: number;
  readonly what: string;
  readonly isSeen: boolean;
}

/** Roles of what people operate or look at, each of which needs a name. */
const NAMED: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'combobox',
  'image',
  'img',
  'link',
  'listbox',
  'radio',
  'searchbox',
  'spinbutton',
  'switch',
  'textbox',
  'group',
  'navigation',
  'region',
]);

interface AccessibleNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: string };
}

/** What is wrong with a page as it stands; empty for nothing that could be found. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  return [...(await namelessControls(page)), ...(await page.evaluate<readonly string[]>(DRAWN))];
}

async function namelessControls(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    readonly nodes: readonly AccessibleNode[];
  };
  await session.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && NAMED.has(String(role?.value)))
    .filter(({ name }) => (name?.value ?? '').trim() === '')
    .map(({ role }) => `4.1.2 a ${String(role?.value)} has no name`);
}

/** Walks through a page by the Tab key alone, and returns what is wrong with where it leads. */
export async function keyboardProblems(page: Page): Promise<readonly string[]> {
  const focusable = await page.locator(CONTROLS).count();
  const problems: string[] = [];
  const reached = new Set<number>();
  for (let step = 0; step < focusable + 2; step += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<Focus | null>(FOCUS);
    if (focus === null) continue;
    reached.add(focus.place);
    if (!focus.isSeen) problems.push(`2.4.7 the focus is not seen on ${focus.what}`);
  }
  const missed = focusable - reached.size;
  if (missed > 0) problems.push(`2.1.1 the keyboard does not reach ${missed} of the controls`);
  return problems;
}
