import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmpty, organization, recognition } from './testing/open.js';
import type { OpenProviders } from './testing/open.js';

let providers: OpenProviders;
let repository: OpenProviders['repository'];

beforeEach(() => {
  providers = openEmpty();
  ({ repository } = providers);
});

afterEach(() => {
  providers.close();
});

describe('Query.organizations', () => {
  beforeEach(() => {
    repository.putOrganization(
      organization('o-1', {
        name: [
          { language: 'en', text: 'Lotus Bay Hospital' },
          { language: 'zh-Hant-HK', text: '蓮灣醫院' },
          { language: 'zh-Hans-CN', text: '莲湾医院' },
        ],
      }),
    );
    repository.putOrganization(
      organization('o-2', { name: [{ language: 'en', text: '100% Care' }] }),
    );
    repository.putOrganization(organization('o-3', { jurisdiction: 'HK', city: null }));
    repository.putOrganization(organization('o-4', { jurisdiction: 'HK', name: [] }));
  });

  const list = async (args: string): Promise<unknown> => {
    const { data, errors } = await providers.ask(
      `{ organizations${args} { totalCount edges { node { id } } pageInfo { hasNextPage hasPreviousPage } } }`,
    );
    expect(errors).toBeUndefined();
    return data?.['organizations'];
  };

  const ids = (...names: string[]) => names.map((id) => ({ node: { id } }));

  it.each([
    ['', ['o-1', 'o-2', 'o-3', 'o-4']],
    ['(jurisdiction: "HK")', ['o-3', 'o-4']],
    ['(jurisdiction: "CN")', []],
    ['(text: "lotus")', ['o-1']],
    ['(text: "蓮灣")', ['o-1']],
    ['(text: "莲湾")', ['o-1']],
    ['(text: "%")', ['o-2']],
    ['(text: "_")', []],
    [String.raw`(text: "\\")`, []],
    ['(text: "Hospital", jurisdiction: "HK")', ['o-3']],
  ])('lists%s', async (args, expected) => {
    expect(await list(args)).toMatchObject({
      totalCount: expected.length,
      edges: ids(...expected),
    });
  });

  it('pages forwards and backwards by cursors', async () => {
    const { data } = await providers.ask('{ organizations { edges { cursor } } }');
    const { edges } = data?.['organizations'] as { edges: { cursor: string }[] };
    const [, second, third] = edges.map(({ cursor }) => JSON.stringify(cursor));
    expect(await list('(first: 2)')).toEqual({
      totalCount: 4,
      edges: ids('o-1', 'o-2'),
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    expect(await list(`(first: 2, after: ${second ?? ''})`)).toEqual({
      totalCount: 4,
      edges: ids('o-3', 'o-4'),
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(await list(`(last: 1, before: ${third ?? ''})`)).toEqual({
      totalCount: 4,
      edges: ids('o-2'),
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
    });
  });

  it.each(['(first: 0)', '(first: 101)', '(first: 1, last: 1)', '(after: "x")'])(
    'refuses %s',
    async (args) => {
      const { errors } = await providers.ask(`{ organizations${args} { totalCount } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );
});

describe('Query.recognitions', () => {
  it('lists recognitions of a status', async () => {
    repository.putRecognition(recognition('rec-1'));
    repository.putRecognition(
      recognition('rec-2', { subject: { type: 'Organization', id: 'o-2' } }),
    );
    repository.setRecognitionStatus('rec-2', {
      status: 'RECOGNISED',
      reason: null,
      suspension: null,
    });
    const { data } = await providers.ask(`{
      all: recognitions(first: 1) { totalCount edges { node { id } } }
      standing: recognitions(status: RECOGNISED) { totalCount edges { node { id } } }
    }`);
    expect(data).toEqual({
      all: { totalCount: 2, edges: [{ node: { id: 'rec-1' } }] },
      standing: { totalCount: 1, edges: [{ node: { id: 'rec-2' } }] },
    });
  });
});
