import type { PageData } from '../src/explorer/page-data.js';

/** The element that the page is drawn into. */
export const PAGE = elementOfPage();

/** What the server told this page. */
export const DATA = JSON.parse(PAGE.dataset['page'] ?? '') as PageData;

function elementOfPage(): HTMLElement {
  const element = document.getElementById('page');
  if (element === null) throw new Error('Expected the page to have an element to be drawn into');
  return element;
}
