/** A damaged row in a database of facts: refused to those who ask about it, while those beside them are answered. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubgraphName } from '@causeway/schema';
import { LIANHUA_BAY_HOSPITAL, PATIENT_CHAN, SDM_CHAN } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import Sqlite from 'better-sqlite3';
import { operationsIn } from '../support/operations-in.js';
import { TODAY, copyOfSeededWorld } from '../support/seeded-world.js';
import type { WorldFolder } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

const RECORD = 'query ($id: ID!) { patient(id: $id) { name { text } } }';

/** Somebody who asks about a patient. */
type Asker = readonly [PersonaName, string];

/** Where a row is, and how it is damaged. */
interface Damage {
  readonly table: string;
  readonly column: string;
  readonly where: string;
  readonly owner: string;
  readonly value: string;
}

/** What is no JSON fails the reading of all rows beside it; what is no text is read, and is no fact. */
const DAMAGES: readonly (readonly [SubgraphName, Damage, Asker, Asker])[] = [
  [
    'consents',
    {
      table: 'consent',
      column: 'provision',
      where: 'patient = ?',
      owner: PATIENT_CHAN,
      value: `'[{"type":'`,
    },
    ['dr-wong', PATIENT_CHAN],
    ['sdm-chan', SDM_CHAN],
  ],
  [
    'providers',
    {
      table: 'recognition_standing',
      column: 'conditions',
      where: 'owner in (select id from recognition where subject = ?)',
      owner: LIANHUA_BAY_HOSPITAL,
      value: "'[{'",
    },
    ['dr-li', PATIENT_CHAN],
    ['dr-wong', PATIENT_CHAN],
  ],
  [
    'patients',
    {
      table: 'patient_standing',
      column: 'birth_date',
      where: 'owner = ?',
      owner: PATIENT_CHAN,
      value: "x'00ff'",
    },
    ['dr-wong', PATIENT_CHAN],
    ['sdm-chan', SDM_CHAN],
  ],
];

let folder: WorldFolder;
let graph: TestGraph;

beforeAll(async () => {
  folder = copyOfSeededWorld(TODAY);
  graph = await startGraph({ folder });
});

afterEach(() => {
  graph.intercept = (_name, _request, answer) => answer();
});

afterAll(() => graph.close());

/** Damages a row while something is asked, and mends it. */
async function whileDamaged<Told>(
  name: SubgraphName,
  { table, column, where, owner, value }: Damage,
  ask: () => Promise<Told>,
): Promise<Told> {
  const database = new Sqlite(join(folder.path, `${name}.sqlite`));
  const kept = database
    .prepare(`select rowid as row, ${column} as value from ${table} where ${where}`)
    .all(owner) as readonly { readonly row: number; readonly value: string }[];
  expect(kept).not.toEqual([]);
  database.prepare(`update ${table} set ${column} = ${value} where ${where}`).run(owner);
  try {
    return await ask();
  } finally {
    const mend = database.prepare(`update ${table} set ${column} = ? where rowid = ?`);
    for (const { row, value: former } of kept) mend.run(former, row);
    database.close();
  }
}

/** Asks for several at once, again until a subgraph was asked for the facts of all in one call. */
async function together(
  name: SubgraphName,
  askers: readonly Asker[],
): Promise<readonly Answered[]> {
  for (;;) {
    let keys = 0;
    graph.intercept = (subgraph, { body }, answer) => {
      for (const { variables = {}, extensions } of operationsIn(body).operations)
        if (subgraph === name && extensions.causeway.use === 'facts')
          keys = Math.max(keys, (variables['keys'] as readonly unknown[]).length);
      return answer();
    };
    const answers = await Promise.all(
      askers.map(([who, patient]) => graph.ask(who, RECORD, { id: patient })),
    );
    if (keys === askers.length) return answers;
  }
}

const told = ({ data, errors }: Answered) => ({
  data,
  codes: errors.map(({ extensions }) => extensions?.['code']),
});

const REFUSED = { data: null, codes: ['POLICY_UNAVAILABLE'] };
const RELEASED = { data: { patient: { name: expect.any(Array) } }, codes: [] };

describe('a damaged row', () => {
  it.each(DAMAGES)(
    'of %s is refused to who asks about it, and to nobody who asks at the same time',
    async (name, damage, about, beside) => {
      const answers = await whileDamaged(name, damage, () => together(name, [about, beside]));
      expect(answers.map(told)).toEqual([REFUSED, RELEASED]);
      expect((await together(name, [about, beside])).map(told)).toEqual([RELEASED, RELEASED]);
    },
  );
});
