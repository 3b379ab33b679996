/**
 * The directives that rules of access are read from, under whatever names a document applies them. What is meant
 * to secure the graph and is not known here refuses the whole document.
 */
import { visit } from 'graphql';
import type { ConstDirectiveNode, DirectiveNode, DocumentNode } from 'graphql';
import { CONSENT_DIRECTIVES, CONSENT_SPECIFICATION } from '../directives.js';
import { LabelError } from './label-error.js';
import type { Problem } from './label-error.js';
import { argumentsOf, namesOf, readLinks } from './links.js';
import type { Link } from './links.js';

interface Specification {
  readonly identity: string;
  readonly versions: RegExp;
  readonly directives: readonly string[];
}

const consentUrl = new URL(CONSENT_SPECIFICATION);
const [, consentName, consentVersion] = consentUrl.pathname.split('/');
const CONSENT: Specification = {
  identity: `${consentUrl.origin}/${consentName ?? ''}`,
  // A later version may know a directive that forbids what this one would release.
  versions: new RegExp(`^${(consentVersion ?? '').replace('.', '\\.')}$`),
  directives: CONSENT_DIRECTIVES,
};

const apollo = (name: string, versions: RegExp, directives: readonly string[]): Specification => ({
  identity: `https://specs.apollo.dev/${name}`,
  versions,
  directives,
});

const FEDERATION = apollo('federation', /^v2\.\d+$/, [
  'key',
  'requires',
  'provides',
  'external',
  'shareable',
  'override',
  'extends',
  'interfaceObject',
  'composeDirective',
  'inaccessible',
  'authenticated',
  'requiresScopes',
  'context',
  'fromContext',
  'tag',
]);

const JOIN = apollo('join', /^v0\.\d+$/, [
  'type',
  'field',
  'graph',
  'implements',
  'unionMember',
  'enumValue',
  'directive',
]);

const SPECIFICATIONS: readonly Specification[] = [
  CONSENT,
  FEDERATION,
  JOIN,
  apollo('link', /^v1\.\d+$/, ['link']),
  apollo('inaccessible', /^v0\.\d+$/, ['inaccessible']),
  apollo('authenticated', /^v0\.\d+$/, ['authenticated']),
  apollo('requiresScopes', /^v0\.\d+$/, ['requiresScopes']),
  apollo('tag', /^v0\.\d+$/, ['tag']),
];

/** Directives of the GraphQL specification that a schema may apply. */
const BUILT_IN = ['deprecated', 'specifiedBy', 'oneOf'];

/** A directive as applied: its own name, whatever the document calls it, and the arguments given. */
export interface AppliedDirective {
  /** `consent`, `key`; those of the join specification with their prefix: `join__type`. */
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** A node that directives can be applied to. */
interface Applicable {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** What a document's directives are, by the names it applies them under. */
export class Vocabulary {
  readonly #names: ReadonlyMap<string, string>;

  private constructor(names: ReadonlyMap<string, string>) {
    this.#names = names;
  }

  /**
   * Reads the links of a subgraph's or a supergraph's SDL.
   *
   * @throws LabelError if the consent specification is not linked, or if a link cannot be honoured
   */
  static of(document: DocumentNode): Vocabulary {
    const problems: Problem[] = [];
    const names = new Map<string, string>(BUILT_IN.map((name) => [name, name]));
    const links = readLinks(document);
    if (!links.some(({ identity }) => identity === CONSENT.identity)) {
      problems.push(problem('a link to the consent specification', 'none', CONSENT_SPECIFICATION));
    }
    for (const link of links) {
      const specification = SPECIFICATIONS.find(({ identity }) => identity === link.identity);
      problems.push(...problemsOf(link, specification));
      for (const [name, own] of namesOf(link, specification?.directives ?? [])) {
        const canonical = specification === JOIN ? `join__${own}` : own;
        const other = names.get(name);
        if (other !== undefined && other !== canonical) {
          problems.push(problem('one meaning', `${other} and ${canonical}`, `@${name}`));
        }
        names.set(name, canonical);
      }
    }
    if (problems.length > 0) throw new LabelError(problems);
    return new Vocabulary(names);
  }

  /** What a document means by a directive's name; undefined for one that is not known. */
  meaningOf(name: string): string | undefined {
    return this.#names.get(name);
  }

  /** The directives applied to the nodes, without those that are not known. */
  appliedTo(...nodes: readonly (Applicable | null | undefined)[]): readonly AppliedDirective[] {
    return nodes
      .flatMap((node) => node?.directives ?? [])
      .flatMap((directive) => {
        const name = this.#names.get(directive.name.value);
        return name === undefined ? [] : [{ name, arguments: argumentsOf(directive) }];
      });
  }

  /** The names of directives that the document applies and that are not known. */
  unknownIn(document: DocumentNode): readonly string[] {
    const unknown = new Set<string>();
    visit(document, {
      Directive: (node: DirectiveNode) => {
        if (!this.#names.has(node.name.value)) unknown.add(node.name.value);
      },
    });
    return [...unknown];
  }
}

function problemsOf(link: Link, specification: Specification | undefined): Problem[] {
  const url = `${link.identity}/${link.version}`;
  if (specification === undefined) {
    return link.purpose === 'SECURITY'
      ? [problem('a security link that is known', 'one that is not', url)]
      : [];
  }
  if (!specification.versions.test(link.version)) {
    return [problem(`a version ${String(specification.versions)}`, link.version || 'none', url)];
  }
  if (specification !== CONSENT) return [];
  return [...link.imports.keys()]
    .filter((name) => !specification.directives.some((directive) => `@${directive}` === name))
    .map((name) => problem('an import that the specification knows', name, url));
}

function problem(expected: string, got: string, coordinate: string): Problem {
  return { rule: 'links-are-known', coordinate, expected, got };
}
