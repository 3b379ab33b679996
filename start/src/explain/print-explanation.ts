/** An explanation as a person reads it at a terminal. */
import type { ToldExplanation } from '@causeway/schema';
import type { OperationExplanation, PatientExplanation } from './explain-operation.js';

/** The text of an explanation. */
export function printExplanation(explanation: OperationExplanation): string {
  const { operation, at, caller, needs, patients, refused, requests } = explanation;
  return [
    `${operation ?? 'An operation without a name'}, as of ${at}`,
    `Asked by ${caller === null ? 'nobody who is known' : `${caller.kind} for ${caller.purpose}`}`,
    '',
    'What its fields take:',
    ...listed(needs, ({ path, coordinate, scopes, isDomestic, isOfEachCategory, roles }) =>
      [
        `${path} (${coordinate})`,
        ...scopes,
        ...(isDomestic ? ['never crosses'] : []),
        ...(isOfEachCategory ? ['the category of each record'] : []),
        ...(roles.length > 0 ? [`role ${roles.map((all) => all.join('+')).join(' or ')}`] : []),
      ].join('  '),
    ),
    ...patients.flatMap((patient) => ['', ...aboutPatient(patient)]),
    '',
    'What the answer refuses:',
    ...listed(refused, ({ path, code, scope }) => `${path}  ${code}${scope ? ` ${scope}` : ''}`),
    '',
    'What subgraphs are asked:',
    ...listed(
      requests,
      ({ subgraph, query, sent }) =>
        `${subgraph}${sent ? '' : ' (not sent: a change)'}  ${query.replaceAll(/\s+/g, ' ')}`,
    ),
    '',
  ].join('\n');
}

function aboutPatient({
  patient,
  action,
  decision,
  released,
  fields,
  records,
  supposing,
}: PatientExplanation): readonly string[] {
  return [
    `Patient ${patient}, ${action}: ${inWords(decision)}`,
    ...indented([
      ...(decision.reason === null ? [] : [`The audit has it as: ${decision.reason}`]),
      `Permitted: ${decision.scopes.join(' ') || 'nothing'}`,
      ...(decision.obligations.length > 0 ? [`Duties: ${decision.obligations.join(' ')}`] : []),
      ...(decision.until === null ? [] : [`Until ${decision.until} at the latest`]),
      `In the answer: ${released.scopes.join(' ') || 'nothing'}`,
      ...fields.map((field) => `${field.path} is refused. ${inWords(field)}`),
      ...records.map(
        ({ type, category, released: shown, withheld }) =>
          `${type} ${category}: ${shown} released${withheldIn(withheld)}`,
      ),
      ...(supposing === null
        ? []
        : [
            `With the supposed consent: ${inWords(supposing.after)}`,
            `  Gained: ${supposing.gained.join(' ') || 'nothing'}`,
            `  Lost: ${supposing.lost.join(' ') || 'nothing'}`,
          ]),
    ]),
  ];
}

function withheldIn(withheld: Readonly<Record<string, number>>): string {
  return Object.entries(withheld)
    .map(([gate, count]) => `, ${count} withheld at ${gate}`)
    .join('');
}

function inWords({ sentences }: ToldExplanation): string {
  return sentences.join(' ');
}

function listed<Item>(items: readonly Item[], line: (item: Item) => string): readonly string[] {
  return indented(items.length === 0 ? ['nothing'] : items.map(line));
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
