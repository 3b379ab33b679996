import type { FetchContext, SubgraphName } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { outgoingRequest } from '../execution/index.js';
import { withAfterMutation } from './after-mutation.js';
import type { Dispatch } from './dispatch.js';

const CONTEXT: FetchContext = { use: 'data', caller: null, permits: [], now: 0 };

function world(dispatch: Dispatch = () => Promise.resolve({ data: {} })) {
  const told: SubgraphName[][] = [];
  const errors: unknown[] = [];
  const options = {
    dispatch,
    afterMutation: (subgraphs: ReadonlySet<SubgraphName>) => {
      told.push([...subgraphs]);
      return Promise.resolve();
    },
    onError: (error: unknown) => errors.push(error),
  };
  return { told, errors, options };
}

const asking =
  (...requests: readonly (readonly [SubgraphName, string])[]) =>
  async (dispatch: Dispatch): Promise<string> => {
    for (const [subgraph, query] of requests) {
      await dispatch(subgraph, outgoingRequest(query, {}), CONTEXT);
    }
    return 'answered';
  };

describe('what is done after mutations', () => {
  it('is told the subgraphs that were asked to change something, before the answer leaves', async () => {
    const { told, options } = world();
    const run = asking(
      ['providers', 'mutation { suspendRecognition { id } }'],
      ['patients', '{ _entities { name } }'],
    );
    await expect(withAfterMutation(options, run)).resolves.toBe('answered');
    expect(told).toEqual([['providers']]);
  });

  it('is not done where nothing was to be changed', async () => {
    const { told, options } = world();
    await withAfterMutation(options, asking(['providers', 'query { organizations { id } }']));
    expect(told).toEqual([]);
  });

  it('is done where the subgraph did not answer, and where the run failed', async () => {
    const { told, options } = world(() => Promise.reject(new Error('timeout')));
    const run = asking(['patients', 'mutation { withdrawFromEHealth { id } }']);
    await expect(withAfterMutation(options, run)).rejects.toThrow('timeout');
    expect(told).toEqual([['patients']]);
  });

  it('does not cost the answer where it fails', async () => {
    const { errors, options } = world();
    const answered = withAfterMutation(
      { ...options, afterMutation: () => Promise.reject(new Error('down')) },
      asking(['providers', 'mutation { suspendRecognition { id } }']),
    );
    await expect(answered).resolves.toBe('answered');
    expect(errors).toEqual([new Error('down')]);
  });
});
