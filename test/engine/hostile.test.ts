import { describe, expect, it } from '@jest/globals';
import type { SubgraphAnswer } from '../../gateway/src/execution/index.js';
import { harbour } from './harbour.js';

/** Nested as deep as a text of a megabyte can hold. */
const DEEP = '['.repeat(100_000) + ']'.repeat(100_000);

const PORT = '{ port(id: "p1") { name depth tags } }';
const PORTS = '{ ports { name depth } }';
const BERTHS = '{ port(id: "p1") { name quality berths { number } } }';
const SHIPS = '{ ships { __typename name } }';

const WHOLE = { name: 'Sai Wan', depth: 12, tags: ['deep', 'old'] };
const text = (fields: string): string =>
  `{"data":{"port":{"name":"Sai Wan","depth":12,"tags":["deep","old"]${fields}}}}`;
const port = (changes: object): string =>
  JSON.stringify({ data: { port: { ...WHOLE, ...changes } } });
const entities = (...answers: readonly unknown[]): string =>
  JSON.stringify({ data: { _entities: answers } });

/** What a subgraph answers, as text; the data that is left of it, and where errors stand. */
const HOSTILE: readonly (readonly [string, string, string, string, unknown, readonly string[]])[] =
  [
    // Members that nobody asked for.
    [
      'a prototype',
      PORT,
      'ports',
      text(',"__proto__":{"polluted":true,"depth":99}'),
      { port: WHOLE },
      [],
    ],
    [
      'a constructor',
      PORT,
      'ports',
      text(',"constructor":{"prototype":{"polluted":true}}'),
      { port: WHOLE },
      [],
    ],
    ['a secret', PORT, 'ports', text(',"secret":"x"'), { port: WHOLE }, []],
    [
      'a prototype in place of members',
      PORT,
      'ports',
      '{"data":{"port":{"__proto__":{"name":"X","depth":1,"tags":[]}}}}',
      { port: null },
      ['port.name'],
    ],
    [
      'a prototype in place of data',
      PORT,
      'ports',
      '{"__proto__":{"data":{"port":null}}}',
      { port: null },
      ['port'],
    ],
    ['another root field', PORT, 'ports', '{"data":{"ports":[],"port":null}}', { port: null }, []],
    // Values of wrong types.
    ['a number for a text', PORT, 'ports', port({ name: 7 }), { port: null }, ['port.name']],
    [
      'a text for a number',
      PORT,
      'ports',
      port({ depth: '12' }),
      { port: { ...WHOLE, depth: null } },
      ['port.depth'],
    ],
    [
      'a fraction for an integer',
      PORT,
      'ports',
      port({ depth: 1.5 }),
      { port: { ...WHOLE, depth: null } },
      ['port.depth'],
    ],
    [
      'an integer beyond 32 bits',
      PORT,
      'ports',
      port({ depth: 2 ** 31 }),
      { port: { ...WHOLE, depth: null } },
      ['port.depth'],
    ],
    [
      'the largest integer',
      PORT,
      'ports',
      port({ depth: 2 ** 31 - 1 }),
      { port: { ...WHOLE, depth: 2 ** 31 - 1 } },
      [],
    ],
    [
      'a huge number',
      PORT,
      'ports',
      '{"data":{"port":{"name":"Sai Wan","depth":1e999,"tags":[]}}}',
      { port: { ...WHOLE, depth: null, tags: [] } },
      ['port.depth'],
    ],
    [
      'an object for a text',
      PORT,
      'ports',
      port({ name: { toString: 'x' } }),
      { port: null },
      ['port.name'],
    ],
    ['a list for an object', PORT, 'ports', '{"data":{"port":[]}}', { port: null }, ['port']],
    ['a text for an object', PORT, 'ports', '{"data":{"port":"p1"}}', { port: null }, ['port']],
    ['a text for a list', PORT, 'ports', port({ tags: 'deep' }), { port: null }, ['port.tags']],
    [
      'an object with a length for a list',
      PORT,
      'ports',
      port({ tags: { length: 2, 0: 'a' } }),
      { port: null },
      ['port.tags'],
    ],
    [
      'a null within a list that allows none',
      PORT,
      'ports',
      port({ tags: ['deep', null] }),
      { port: null },
      ['port.tags.1'],
    ],
    [
      'a word that is no word of the enumeration',
      '{ port(id: "p1") { id kind } }',
      'ports',
      '{"data":{"port":{"id":"p1","kind":"constructor"}}}',
      { port: null },
      ['port.kind'],
    ],
    [
      'lists within a list',
      PORTS,
      'ports',
      '{"data":{"ports":[[{"name":"a","depth":1}]]}}',
      null,
      ['ports'],
    ],
    [
      'an infinite share',
      '{ port(id: "p1") { tide } }',
      'berths',
      '{"data":{"_entities":[{"__typename":"Port","tide":1e999}]}}',
      { port: null },
      ['port.tide'],
    ],
    // Types that are none.
    [
      'an object of a type that does not exist',
      SHIPS,
      'ships',
      '{"data":{"ships":[{"__typename":"Ark","name":"x"}]}}',
      null,
      ['ships'],
    ],
    [
      'an object of a type that it cannot be of',
      SHIPS,
      'ships',
      '{"data":{"ships":[{"__typename":"Port","name":"x"}]}}',
      null,
      ['ships'],
    ],
    [
      'an object of an interface',
      SHIPS,
      'ships',
      '{"data":{"ships":[{"__typename":"Ship","name":"x"}]}}',
      null,
      ['ships'],
    ],
    [
      'an object that does not say its type',
      SHIPS,
      'ships',
      '{"data":{"ships":[{"name":"x"}]}}',
      null,
      ['ships'],
    ],
    [
      'an object whose type is a number',
      SHIPS,
      'ships',
      '{"data":{"ships":[{"__typename":7}]}}',
      null,
      ['ships'],
    ],
    [
      'an object whose type every object has',
      SHIPS,
      'ships',
      '{"data":{"ships":[{"__typename":"constructor"}]}}',
      null,
      ['ships'],
    ],
    [
      'another type where it can be of one',
      PORT,
      'ports',
      port({ __typename: 'Ferry' }),
      { port: null },
      ['port'],
    ],
    // Answers that are none.
    ['nothing', PORT, 'ports', '{}', { port: null }, ['port']],
    ['a list', PORT, 'ports', '[]', { port: null }, ['port']],
    ['data that is a text', PORT, 'ports', '{"data":"x"}', { port: null }, ['port']],
    [
      'data that is nested without end',
      PORT,
      'ports',
      `{"data":${DEEP}}`,
      { port: null },
      ['port'],
    ],
    [
      'a value that is nested without end',
      PORT,
      'ports',
      text(`,"name":${DEEP}`),
      { port: null },
      ['port.name'],
    ],
    // Entities that were not asked for.
    [
      'too many entities',
      BERTHS,
      'berths',
      entities({ __typename: 'Port' }, { __typename: 'Port' }),
      { port: null },
      ['port.berths', 'port.quality'],
    ],
    [
      'no entities',
      BERTHS,
      'berths',
      '{"data":{}}',
      { port: null },
      ['port.berths', 'port.quality'],
    ],
    [
      'an entity of another type',
      BERTHS,
      'berths',
      entities({ __typename: 'Ferry', fare: 1 }),
      { port: null },
      ['port.berths', 'port.quality'],
    ],
    [
      'an entity that is a list',
      BERTHS,
      'berths',
      entities([]),
      { port: null },
      ['port.berths', 'port.quality'],
    ],
    [
      'an entity with another key',
      BERTHS,
      'berths',
      entities({ __typename: 'Port', id: 'p2', name: 'X', quality: 'deep', berths: [] }),
      { port: { name: 'Sai Wan', quality: 'deep', berths: [] } },
      [],
    ],
    // Errors that are none, or that lead nowhere.
    [
      'errors that are a text',
      PORT,
      'ports',
      '{"data":{"port":null},"errors":"x"}',
      { port: null },
      [],
    ],
    [
      'errors of nothing',
      PORT,
      'ports',
      '{"data":{"port":null},"errors":[null]}',
      { port: null },
      ['port'],
    ],
    [
      'an error without a path',
      PORT,
      'ports',
      '{"data":{"port":null},"errors":[{"message":"m"}]}',
      { port: null },
      ['port'],
    ],
    [
      'an error whose path is no path',
      PORT,
      'ports',
      '{"data":{"port":null},"errors":[{"message":"m","path":{"0":"port"}}]}',
      { port: null },
      ['port'],
    ],
    [
      'an error at a prototype',
      PORT,
      'ports',
      `${text('').slice(0, -1)},"errors":[{"message":"m","path":["port","__proto__","polluted"]}]}`,
      { port: WHOLE },
      [],
    ],
    [
      'an error beyond a list',
      PORTS,
      'ports',
      '{"data":{"ports":[]},"errors":[{"message":"m","path":["ports",4294967295,"name"]}]}',
      { ports: [] },
      [],
    ],
    [
      'an error before a list',
      PORTS,
      'ports',
      '{"data":{"ports":[]},"errors":[{"message":"m","path":["ports",-1]}]}',
      { ports: [] },
      [],
    ],
    [
      'an error at an entity that was not asked for',
      BERTHS,
      'berths',
      '{"data":{"_entities":[null]},"errors":[{"message":"m","path":["_entities",7,"berths"]}]}',
      { port: null },
      ['port.berths', 'port.quality'],
    ],
    [
      'an error that contradicts its value',
      PORT,
      'ports',
      `${text('').slice(0, -1)},"errors":[{"message":"m","path":["port","name"]}]}`,
      { port: WHOLE },
      [],
    ],
  ];

describe('a subgraph that answers', () => {
  it.each(HOSTILE)('%s', async (_name, operation, subgraph, answer, data, places) => {
    const graph = harbour();
    graph.tamper = (name, own) =>
      name === subgraph ? (JSON.parse(answer) as SubgraphAnswer) : own;
    const result = await graph.ask(operation);
    expect(result.data).toEqual(data);
    const given = result.errors?.map(({ path }) => path?.join('.')) ?? [];
    // Of several fields that allow no null, the first one written is enough.
    expect(places).toEqual(expect.arrayContaining(given));
    expect(given.length > 0).toBe(places.length > 0);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
