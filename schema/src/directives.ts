/**
 * The consent specification: the directives that carry every rule of access in the schema, and the header that
 * each subgraph's SDL begins with. A directive that a subgraph does not compose is lost without a word from any
 * composer, so the header composes all five, always.
 */

/** The URL under which `@link` imports the directives; they are found by it, whatever they are renamed to. */
export const CONSENT_SPECIFICATION = 'https://specs.causeway.health/consent/v1.0';

const FEDERATION_SPECIFICATION = 'https://specs.apollo.dev/federation/v2.9';

/** The names of the directives of the consent specification. */
export const CONSENT_DIRECTIVES = ['consent', 'subject', 'patientId', 'domestic', 'open'] as const;

/** The definitions of the directives, as every subgraph states them. */
export const CONSENT_DIRECTIVE_DEFINITIONS = `
"The value belongs to this sharable category. It is released only under a permit for that scope; repeated labels must all be permitted."
directive @consent(
  "A word of the catalogue of scopes."
  scope: String!
) repeatable on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

"A record about a patient, and where it says so: each argument is a selection from this type. What a decision may read of a record is exactly what is named here."
directive @subject(
  "Selects the patient's id."
  id: String!
  "Selects the record's sharable category."
  category: String
  "Selects the clinical date that a look-back period is compared with."
  date: String
  "Selects the security labels."
  security: String
  "Selects the author organisation's id."
  author: String
  "Selects the codes that provisions may name."
  code: String
  "Selects the ids of the parties to an administrative record."
  party: String
) on OBJECT

"This argument or input field is a patient's id (one, never a list): the decision is made before anything is fetched."
directive @patientId(
  "What is done with the patient's data: READ, DEPOSIT, AUTHORISE or EMERGENCY."
  action: String! = "READ"
) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

"Never leaves the jurisdiction, whatever the consent says."
directive @domestic on OBJECT | FIELD_DEFINITION

"Not about a patient; no consent is needed."
directive @open on OBJECT | FIELD_DEFINITION
`;

const FEDERATION_IMPORTS = [
  '@key',
  '@shareable',
  '@inaccessible',
  '@external',
  '@requires',
  '@provides',
  '@composeDirective',
  '@authenticated',
  '@requiresScopes',
  'FieldSet',
];

/** The text that each subgraph's SDL begins with: both links, the composed directives and their definitions. */
export function subgraphHeader(): string {
  const imports = (names: readonly string[]): string =>
    names.map((name) => JSON.stringify(name)).join(', ');
  return [
    'extend schema',
    `  @link(url: "${FEDERATION_SPECIFICATION}", import: [${imports(FEDERATION_IMPORTS)}])`,
    `  @link(url: "${CONSENT_SPECIFICATION}", import: [${imports(CONSENT_DIRECTIVES.map((name) => `@${name}`))}])`,
    ...CONSENT_DIRECTIVES.map((name) => `  @composeDirective(name: "@${name}")`),
    CONSENT_DIRECTIVE_DEFINITIONS,
  ].join('\n');
}
