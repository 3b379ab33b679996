import type { SubgraphName } from '@causeway/schema';

/** Something of each subgraph, by its name. */
export type OfEachSubgraph<Value> = Readonly<Record<SubgraphName, Value>>;

/** What is made for each subgraph. */
export function eachSubgraph<Value>(make: (name: SubgraphName) => Value): OfEachSubgraph<Value> {
  return {
    patients: make('patients'),
    providers: make('providers'),
    consents: make('consents'),
    records: make('records'),
  };
}
