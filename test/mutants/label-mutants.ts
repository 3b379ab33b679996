import { CONSENT_DIRECTIVES } from '@causeway/schema';
import type { RoutedSubgraph } from '@causeway/schema/compose';
import { parse, print, visit } from 'graphql';
import type { ASTNode, DirectiveNode, DocumentNode } from 'graphql';
import { labelProblems } from '../contract/label-problems.js';
import type { Mutant } from './mutant.js';

/** What decides who may see what, and what keeps it through composition. */
const LABELS: readonly string[] = [
  ...CONSENT_DIRECTIVES,
  'authenticated',
  'requiresScopes',
  'inaccessible',
  'composeDirective',
];

/**
 * One mutant for each label and each `@composeDirective` of the subgraphs: the graph without it. Noticed by a composer,
 * by a rule, or by the expectations; that a committed file would differ does not count.
 *
 * @throws Error if something is wrong with the graph as it is
 */
export function labelMutants(subgraphs: readonly RoutedSubgraph[]): readonly Mutant[] {
  const [problem] = labelProblems(subgraphs);
  if (problem !== undefined) throw new Error(`Expected a sound graph to break, got: ${problem}`);
  return subgraphs.flatMap((subgraph) => {
    const document = parse(subgraph.sdl, { noLocation: true });
    return labelsIn(document).map(({ directive, coordinate }) => ({
      name: `${subgraph.name}: ${coordinate} without ${print(directive)}`,
      notice: () => {
        const sdl = print(without(document, directive));
        const mutated = subgraphs.map((each) => (each === subgraph ? { ...each, sdl } : each));
        return labelProblems(mutated)[0] ?? null;
      },
    }));
  });
}

interface AppliedLabel {
  readonly directive: DirectiveNode;
  readonly coordinate: string;
}

function labelsIn(document: DocumentNode): readonly AppliedLabel[] {
  const labels: AppliedLabel[] = [];
  visit(document, {
    Directive: (directive, _key, _parent, _path, ancestors) => {
      if (LABELS.includes(directive.name.value)) {
        labels.push({ directive, coordinate: coordinateOf(ancestors) });
      }
    },
  });
  return labels;
}

function coordinateOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  const names = ancestors.flatMap((node) => ('name' in node ? [node.name.value] : []));
  return names.join('.') || 'schema';
}

function without(document: DocumentNode, directive: DirectiveNode): DocumentNode {
  return visit(document, { Directive: (node) => (node === directive ? null : undefined) });
}
