/** The graph as a gateway sees it that knows no labels: its subgraphs without them, composed. */
import { composeUnchecked } from '@causeway/schema/compose';
import type { SubgraphName } from '@causeway/schema';
import { Kind, parse, print, visit } from 'graphql';
import type { ASTNode, DirectiveNode } from 'graphql';
import { eachSubgraph } from '../../../start/src/each-subgraph.js';
import type { OfEachSubgraph } from '../../../start/src/each-subgraph.js';
import { sdlOf } from './subgraph-schemas.js';

/** The graph without labels. */
export interface PlainGraph {
  readonly supergraph: string;
  readonly sdl: OfEachSubgraph<string>;
}

/** What federation itself gives meaning to; who may call is left to the gateways that know whom they serve. */
const KEPT = new Set([
  'key',
  'shareable',
  'external',
  'requires',
  'provides',
  'specifiedBy',
  'deprecated',
  'oneOf',
]);

const HEADER = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable", "@external", "@requires", "@provides"])\n`;

/** The graph without labels, each subgraph at its address. */
export function plainGraph(urls: OfEachSubgraph<string>): PlainGraph {
  const sdl = eachSubgraph((name) => `${HEADER}${withoutLabels(name)}\n`);
  const subgraphs = Object.values(
    eachSubgraph((name) => ({ name, url: urls[name], sdl: sdl[name] })),
  );
  return { supergraph: composeUnchecked(subgraphs), sdl };
}

function withoutLabels(name: SubgraphName): string {
  const document = parse(sdlOf(name), { noLocation: true });
  return print(
    visit(document, {
      enter: (node) => (isForTheGatewayAlone(node) ? null : undefined),
      leave: (node, key) => {
        switch (node.kind) {
          case Kind.SCHEMA_EXTENSION:
          case Kind.DIRECTIVE_DEFINITION:
            return null;
          case Kind.DIRECTIVE:
            return KEPT.has(node.name.value) ? undefined : null;
          case Kind.STRING:
            // Descriptions cost nothing at run time, and some composers cannot read all that they may hold.
            return key === 'description' ? null : undefined;
          case Kind.OBJECT_TYPE_DEFINITION:
            return node.fields?.length === 0 ? null : undefined;
          default:
            return undefined;
        }
      },
    }),
  );
}

function isForTheGatewayAlone(node: ASTNode): boolean {
  const { directives = [] } = node as { readonly directives?: readonly DirectiveNode[] };
  return directives.some(({ name }) => name.value === 'inaccessible');
}
