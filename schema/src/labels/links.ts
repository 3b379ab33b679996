/**
 * What a document calls the directives of the specifications that it links. A directive is found by the URL of its
 * specification, never by its name: it may be renamed on import, or stand under the namespace of its link.
 *
 * @see https://specs.apollo.dev/link/v1.0/
 */
import { Kind, valueFromASTUntyped } from 'graphql';
import type { ConstDirectiveNode, DocumentNode } from 'graphql';

/** One application of `@link`. */
export interface Link {
  /** The URL without its version: `https://specs.apollo.dev/federation`. */
  readonly identity: string;
  /** The last part of the identity, the default namespace: `federation`. */
  readonly name: string;
  /** The version in the URL: `v2.9`; empty if there is none. */
  readonly version: string;
  /** What the link is for: `SECURITY`, `EXECUTION`, or null. */
  readonly purpose: string | null;
  /** The namespace of what is not imported. */
  readonly namespace: string;
  /** Names of imported elements, those of directives with their `@`, by the specification's own name. */
  readonly imports: ReadonlyMap<string, string>;
}

const LINK_IDENTITY = 'https://specs.apollo.dev/link';

/** The links of a document. The link specification may itself go by another name. */
export function readLinks(document: DocumentNode): readonly Link[] {
  const applied = document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? [])
      : [],
  );
  const candidates = applied.flatMap((directive) => {
    const link = linkOf(directive);
    return link === undefined ? [] : [{ directive: directive.name.value, link }];
  });
  const own = candidates.find(
    ({ directive, link }) =>
      link.identity === LINK_IDENTITY && namesOf(link, ['link']).has(directive),
  );
  const linkName = own?.directive ?? 'link';
  return candidates.filter(({ directive }) => directive === linkName).map(({ link }) => link);
}

/**
 * The names under which a document may apply directives of a linked specification, each with the specification's
 * own name: those imported, and those under the link's namespace.
 */
export function namesOf(link: Link, directives: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const directive of directives) {
    names.set(
      directive === link.name ? link.namespace : `${link.namespace}__${directive}`,
      directive,
    );
  }
  // Imports come last: what a document imports under a name is what it means by that name.
  for (const directive of directives) {
    const imported = link.imports.get(`@${directive}`);
    if (imported !== undefined) names.set(imported.slice(1), directive);
  }
  return names;
}

function linkOf(directive: ConstDirectiveNode): Link | undefined {
  const { url, as: alias, for: purpose, import: imports } = argumentsOf(directive);
  if (typeof url !== 'string') return undefined;
  const [, identity = url, version = ''] = /^(.*?)\/?(?:\/(v\d+\.\d+))?\/?$/.exec(url) ?? [];
  const name = identity.slice(identity.lastIndexOf('/') + 1);
  return {
    identity,
    name,
    version,
    purpose: typeof purpose === 'string' ? purpose : null,
    namespace: typeof alias === 'string' ? alias : name,
    imports: new Map(Array.isArray(imports) ? imports.map(importOf) : []),
  };
}

function importOf(element: unknown): [string, string] {
  if (typeof element === 'string') return [element, element];
  const { name, as: alias } = element as { readonly name: string; readonly as?: string };
  return [name, alias ?? name];
}

/** The arguments of an applied directive, as plain values; only those that are given. */
export function argumentsOf(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
