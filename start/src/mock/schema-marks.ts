/** What the SDL of a subgraph says by its directives: all that the mock knows of which field is whose. */
import { Kind } from 'graphql';
import type { ConstDirectiveNode, GraphQLObjectType } from 'graphql';

/** Whatever carries directives. */
interface Marked {
  readonly astNode?:
    { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** What `@subject` names of a record type. */
export interface SubjectMarks {
  /** The facets that are named, each with its selection. */
  readonly facets: Readonly<Record<string, string>>;
  /** The field that holds the codes; null for a type that names none. */
  readonly codeField: string | null;
}

/** Whether a directive without arguments stands there. */
export function isMarked(
  marked: Marked,
  directive: 'domestic' | 'inaccessible' | 'patientId',
): boolean {
  return directivesOf(marked, directive).length > 0;
}

/** The scopes that `@consent` asks for there, all of them. */
export function scopesOn(marked: Marked): readonly string[] {
  return directivesOf(marked, 'consent').flatMap((node) => argumentsOf(node)['scope'] ?? []);
}

/** What `@subject` names of a type; null for a type that is no record. */
export function subjectOf(type: GraphQLObjectType): SubjectMarks | null {
  const [node] = directivesOf(type, 'subject');
  if (node === undefined) return null;
  const facets = argumentsOf(node);
  return { facets, codeField: facets['code']?.split(' ')[0] ?? null };
}

function directivesOf({ astNode }: Marked, name: string): readonly ConstDirectiveNode[] {
  return (astNode?.directives ?? []).filter((node) => node.name.value === name);
}

function argumentsOf(node: ConstDirectiveNode): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (node.arguments ?? []).flatMap(({ name, value }) =>
      value.kind === Kind.STRING ? [[name.value, value.value] as const] : [],
    ),
  );
}
