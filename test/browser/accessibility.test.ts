import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems, keyboardProblems } from './accessibility.js';
import { startChromium } from './chromium.js';
import type { Browser } from './chromium.js';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startChromium();
  page = await browser.open(360);
});

afterAll(() => browser.close());

const documentOf = (body: string, head = '<title>Title</title>', lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head>${head}<style>button, input { min-height: 24px }</style></head><body>${body}</body></html>`;

const SOUND = `<main><h1>Heading</h1><h2>Part</h2><p>Text</p>
  <label for="field">Field</label><input id="field"><button>Send</button></main>`;

describe('what is looked for in pages', () => {
  it('finds nothing wrong with a sound page', async () => {
    await page.setContent(documentOf(SOUND));
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await keyboardProblems(page)).toEqual([]);
  });

  it.each([
    ['no language', documentOf(SOUND, undefined, ''), '3.1.1'],
    ['no title', documentOf(SOUND, ''), '2.4.2'],
    [
      'no zooming',
      documentOf(SOUND, '<title>T</title><meta name="viewport" content="user-scalable=no">'),
      '1.4.4',
    ],
    ['what is too wide', documentOf(`${SOUND}<div style="width: 500px">x</div>`), '1.4.10'],
    ['no main part', documentOf('<h1>Heading</h1>'), '1.3.1'],
    ['two first headings', documentOf(`<h1>One</h1>${SOUND}`), '1.3.1'],
    ['a heading left out', documentOf('<main><h1>One</h1><h3>Three</h3></main>'), '1.3.1'],
    ['one id twice', documentOf(`${SOUND}<p id="field">x</p>`), '4.1.1'],
    [
      'a description that is not there',
      documentOf(`${SOUND}<p aria-describedby="x">x</p>`),
      '1.3.1',
    ],
    ['an order of its own', documentOf(`${SOUND}<p tabindex="2">x</p>`), '2.4.3'],
    ['an image without words', documentOf(`${SOUND}<img src="data:,">`), '1.1.1'],
    ['a field without a label', documentOf(`${SOUND}<input>`), '4.1.2'],
    ['a button without a name', documentOf(`${SOUND}<button></button>`), '4.1.2'],
    ['a small target', documentOf(`${SOUND}<button style="all: unset">x</button>`), '2.5.8'],
    ['pale text', documentOf(`${SOUND}<p style="color: #888">x</p>`), '1.4.3'],
    [
      'text on a dark ground',
      documentOf(`${SOUND}<div style="background: #333"><p>x</p></div>`),
      '1.4.3',
    ],
  ])('finds %s', async (_what, content, criterion) => {
    await page.setContent(content);
    expect(await accessibilityProblems(page)).toContainEqual(
      expect.stringMatching(`^${criterion} `),
    );
  });

  it.each([
    [
      'a focus that is not seen',
      documentOf(`${SOUND}<style>:focus { outline: none }</style>`),
      '2.4.7',
    ],
    [
      'what the keyboard does not reach',
      documentOf(`${SOUND}<button tabindex="-1">x</button>`),
      '2.1.1',
    ],
  ])('finds %s', async (_what, content, criterion) => {
    await page.setContent(content);
    expect(await keyboardProblems(page)).toContainEqual(expect.stringMatching(`^${criterion} `));
  });
});
