/** Every operation that a document shows is asked of the seeded graph, and answered as the document says. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN } from '@causeway/seeds';
import { personaNamed } from '@causeway/seeds/personas';
import type { Persona } from '@causeway/seeds/personas';
import { openDataFolder } from '../../start/src/data-folder.js';
import { openDevelopmentIssuer } from '../../start/src/dev-issuer.js';
import { startInProcess } from '../../start/src/in-process.js';
import { readSettings } from '../../start/src/settings.js';
import { openStage } from '../../start/src/story/open-stage.js';
import type { Reply, Stage } from '../../start/src/story/stage.js';
import { DOCUMENTS, blocksIn, isOperation } from '../support/documents.js';
import type { BlockRun, CodeBlock } from '../support/documents.js';
import { openEvents } from '../support/event-stream.js';
import { NEVER_LATE_ENVIRONMENT } from '../support/never-late.js';
import { copyOfSeededWorld } from '../support/seeded-world.js';

/** An operation, and the JSON that follows it in the document, if there is any: a part of its answer. */
interface Shown {
  readonly block: CodeBlock;
  readonly answer: object | null;
}

const SHOWN = DOCUMENTS.map((document): readonly [string, readonly Shown[]] => {
  const blocks = blocksIn(document);
  const shown = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const answer = next?.language === 'json' ? (JSON.parse(next.text) as object) : null;
    return isOperation(block) ? [{ block, answer }] : [];
  });
  return [document, shown];
}).filter(([, shown]) => shown.length > 0);

it('knows how to run each of them', () => {
  const untold = SHOWN.flatMap(([document, shown]) =>
    shown
      .filter(({ block }) => block.run === null)
      .map(({ block }) => `${document}: ${block.text}`),
  );
  // Put `<!-- run {"as": "dr-li", "variables": {…}, "codes": […]} -->` on the line before the block.
  expect(untold).toEqual([]);
});

/** The graph as `npm start` serves it, on a world of its own. */
interface Served {
  readonly url: string;
  readonly stage: Stage;
  headersOf(persona: Persona): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

/** One day for all of them, so that the world is written once. */
const DAY = Date.now();

async function serve(): Promise<Served> {
  const folder = copyOfSeededWorld(DAY);
  const seeded = { date: new Date(DAY).toISOString().slice(0, 10), isComplete: true };
  writeFileSync(join(folder.path, 'seeded.json'), `${JSON.stringify(seeded)}\n`);
  const settings = { ...readSettings(NEVER_LATE_ENVIRONMENT), data: folder.path, port: 0 };
  const graph = await startInProcess(settings, { clock: Date.now, say: () => undefined });
  const { url } = graph;
  const issuer = await openDevelopmentIssuer(openDataFolder(folder.path), settings);
  return {
    url,
    stage: await openStage({ url, settings }, () => undefined),
    headersOf: async ({ claims, purpose }) => ({
      authorization: `Bearer ${await issuer.issue(claims, Date.now())}`,
      'purpose-of-use': purpose,
    }),
    close: async () => {
      await graph.close();
      folder.remove();
    },
  };
}

describe.each(SHOWN)('%s', (_document, shown) => {
  let graph: Served;
  const former: unknown[] = [];

  beforeAll(async () => {
    graph = await serve();
  }, 60_000);

  afterAll(() => graph.close());

  it.each(shown.map(({ block, answer }) => [block.text, block.run, answer] as const))(
    'answers %s',
    async (document, run, answer) => {
      if (run === null) throw new Error('Expected to be told how to run it');
      const persona = personaOf(run);
      const variables = await filledIn(run.variables ?? {});
      const { data, errors = [] } = /^\s*subscription\b/.test(document)
        ? await firstEvent(persona, document, variables)
        : await graph.stage.ask({ as: persona.name, document, variables });
      const told = errors.map(({ extensions, message }) => [extensions?.['code'], message]);
      const expected = (run.codes ?? []).map((code) => [code, expect.any(String)]);
      expect(told).toEqual(expected);
      expect(typeof data === 'object' && data !== null).toBe(true);
      if (answer !== null) expect({ data, errors }).toMatchObject(answer);
      former.push(data);
    },
  );

  async function firstEvent(
    persona: Persona,
    query: string,
    variables: object,
  ): Promise<Partial<Reply>> {
    const headers = await graph.headersOf(persona);
    const stream = await openEvents(`${graph.url}/graphql`, headers, { query, variables });
    const { body } = await stream.next();
    stream.close();
    return body as Partial<Reply>;
  }

  async function filledIn(
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    const entries = Object.entries(variables).map(
      async ([name, value]): Promise<[string, unknown]> => [name, await filled(value)],
    );
    return Object.fromEntries(await Promise.all(entries));
  }

  async function filled(value: unknown): Promise<unknown> {
    if (value === '$passcode')
      return (await graph.stage.messageTo(PATIENT_CHAN, 'PASSCODE')).secret;
    if (typeof value === 'string' && value.startsWith('$.')) return formerly(value.slice(2));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return filledIn(value as Readonly<Record<string, unknown>>);
  }

  /** What the last answer that has the place says there. */
  function formerly(place: string): unknown {
    const found = former
      .map((data) => valueAt(data, place.split('.')))
      .findLast((value) => value !== undefined);
    if (found === undefined) throw new Error(`Expected a former answer with ${place}, got none`);
    return found;
  }
});

/** The value at a place; undefined where there is none. */
function valueAt(data: unknown, [step, ...others]: readonly string[]): unknown {
  if (step === undefined) return data;
  return typeof data === 'object' && data !== null
    ? valueAt((data as Readonly<Record<string, unknown>>)[step], others)
    : undefined;
}

function personaOf({ as }: BlockRun): Persona {
  const persona = personaNamed(as);
  if (persona === undefined) throw new Error(`Expected a persona, got ${as}`);
  return persona;
}
