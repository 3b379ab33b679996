/** The page at `/`: a tab for each story, each with an Apollo Sandbox of its own that is filled in and kept. */
import { ApolloSandbox } from '@apollo/sandbox';
import type { ExplorerTab } from '../src/explorer/page-data.js';
import { credentialsOf } from './credentials.js';
import { DATA, PAGE } from './page-data.js';
import './sandbox.css';

interface DrawnTab {
  readonly tab: HTMLButtonElement;
  readonly panel: HTMLElement;
  /** Fills the panel, the first time that it is shown. */
  readonly fill: () => void;
}

const heading = document.createElement('h1');
heading.textContent = 'Causeway';
const list = document.createElement('div');
list.setAttribute('role', 'tablist');
list.setAttribute('aria-label', 'Stories');
const drawn = DATA.tabs.map(drawTab);
list.append(...drawn.map(({ tab }) => tab));
const main = document.createElement('main');
main.append(heading, list, ...drawn.map(({ panel }) => panel));
PAGE.replaceChildren(main);
list.addEventListener('keydown', moveByArrows);
choose(0);

function drawTab(story: ExplorerTab, index: number): DrawnTab {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.id = `story-${index}`;
  tab.textContent = story.title;
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', `panel-${index}`);
  tab.addEventListener('click', () => choose(index));
  const panel = document.createElement('section');
  panel.id = `panel-${index}`;
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  return { tab, panel, fill: once(() => fill(panel, story)) };
}

function fill(panel: HTMLElement, story: ExplorerTab): void {
  const caller = DATA.callers.find(({ name }) => name === story.caller);
  const who = document.createElement('p');
  who.textContent =
    caller === undefined
      ? `For ${story.caller}, with a token of yours in the header Authorization.`
      : `${caller.title}, for ${story.purpose}. ${caller.description}`;
  const frame = document.createElement('div');
  frame.className = 'sandbox';
  panel.replaceChildren(who, frame);
  credentialsOf(caller?.name, story.purpose).then(
    (headers) => open(frame, story, headers),
    (error: unknown) => {
      who.textContent = String(error);
    },
  );
}

function open(target: HTMLElement, story: ExplorerTab, headers: Record<string, string>): void {
  new ApolloSandbox({
    target,
    initialEndpoint: `${location.origin}/graphql`,
    endpointIsEditable: false,
    allowDynamicStyles: false,
    runTelemetry: false,
    initialState: {
      document: story.document,
      variables: { ...story.variables },
      headers: { 'Purpose-Of-Use': story.purpose, ...headers },
      includeCookies: false,
      pollForSchemaUpdates: false,
    },
  });
  target.querySelector('iframe')?.setAttribute('title', `Apollo Sandbox: ${story.title}`);
}

function choose(chosen: number): void {
  drawn.forEach(({ tab, panel, fill }, index) => {
    const isChosen = index === chosen;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    panel.hidden = !isChosen;
    if (isChosen) fill();
  });
}

/** @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
function moveByArrows(event: KeyboardEvent): void {
  const at = drawn.findIndex(({ tab }) => tab === document.activeElement);
  const to = destination(event.key, at);
  const next = to === null ? undefined : drawn.at(to % drawn.length);
  if (at < 0 || to === null || next === undefined) return;
  event.preventDefault();
  choose(drawn.indexOf(next));
  next.tab.focus();
}

function destination(key: string, at: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return at + 1;
    case 'ArrowLeft':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return -1;
    default:
      return null;
  }
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
