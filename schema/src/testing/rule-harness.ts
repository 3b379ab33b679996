/** Composes small graphs and tells what one rule finds in them. */
import { expect } from '@jest/globals';
import { composeUnchecked } from '../compose.js';
import { checkSupergraph } from '../check-supergraph.js';
import { subgraphHeader } from '../directives.js';

/**
 * Two verbs over one rule; each takes the types of one or more subgraphs, which are called a, b and so on. Types that
 * do not begin with a header get the usual one.
 */
export interface RuleHarness {
  /** Expects these findings, as `coordinate: got`, in any order. */
  readonly expectErrors: (...sdls: readonly string[]) => {
    readonly toEqual: (findings: readonly string[]) => void;
  };
  /** Expects no finding. */
  readonly expectValid: (...sdls: readonly string[]) => void;
}

/** The harness of the rule of that name. */
export function harness(rule: string): RuleHarness {
  const findingsIn = (sdls: readonly string[]): readonly string[] =>
    checkComposed(sdls.map(withHeader))
      .filter((problem) => problem.rule === rule)
      .map(({ coordinate, got }) => `${coordinate}: ${got}`)
      .sort();
  return {
    expectErrors: (...sdls) => ({
      toEqual: (findings) => {
        expect(findingsIn(sdls)).toEqual([...findings].sort());
      },
    }),
    expectValid: (...sdls) => {
      expect(findingsIn(sdls)).toEqual([]);
    },
  };
}

function withHeader(types: string): string {
  return types.startsWith('extend schema') ? types : `${subgraphHeader()}\n${types}`;
}

function checkComposed(sdls: readonly string[]): ReturnType<typeof checkSupergraph> {
  const subgraphs = sdls.map((sdl, index) => {
    const name = String.fromCharCode('a'.charCodeAt(0) + index);
    return { name, sdl, url: `http://${name}.test` };
  });
  return checkSupergraph({ subgraphs, supergraph: composeUnchecked(subgraphs) });
}
