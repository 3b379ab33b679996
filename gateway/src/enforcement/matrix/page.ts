/** The matrix as a page of the documents. */
import type { DecisionRequest } from '../decide/request.js';
import { recordFacts } from '../testing/records.js';
import { reasonOf } from './follows.js';
import type { HeldElsewhere } from './held-elsewhere.js';
import { DECISION_MATRIX } from './matrix.js';
import type { MatrixPart } from './matrix.js';
import { gateOf } from './row.js';
import type { MatrixRow, MatrixSection, Outcome } from './row.js';

const INTRODUCTION = `<!-- Made by \`npm run docs:matrix\` from gateway/src/enforcement/matrix: change the rows there. -->

# The decision matrix

Who may see what of whom, case by case. Each row is a request that is put to the decision
(\`gateway/src/enforcement/decide/decide.ts\`) in \`gateway/src/enforcement/matrix/matrix.test.ts\`; this page is printed from
the same rows by \`npm run docs:matrix\`, and \`npm run check:docs\` fails where the two differ. All people, providers and
records are invented; where a row names no other time, it is noon of 22 November 2026 in Hong Kong.

- _Permit_ and _deny_ are of the whole request. _Show_ and _refuse_ are of one scope, _release_ and _withhold_ of one
  record, _take_ of the categories that may be deposited, under a request that is permitted.
- The gate is the first that does not pass or, where only a part is taken away, the one that takes it. The reason is
  internal: callers never learn it.
- The origin says where a rule comes from: _law_, as this project reads it; _practice_, which the eHealth service publishes
  of itself; or a _choice_ of this project, which may be changed. \`docs/decisions-and-law.md\` has more of it, and none of
  this is legal advice.
`;

/** `docs/decision-matrix.md`: every row of the matrix, and the tests that hold what no row can. */
export function decisionMatrixPage(): string {
  return [INTRODUCTION, ...DECISION_MATRIX.map(partOf)].join('\n');
}

function partOf({ title, sections, elsewhere }: MatrixPart): string {
  return [`## ${title}\n`, ...sections.filter(hasRows).map(sectionOf), elsewhereOf(elsewhere)]
    .filter((text) => text !== '')
    .join('\n');
}

const hasRows = ({ rows }: MatrixSection): boolean => rows.length > 0;

const HEADINGS = ['caller', 'case', 'purpose', 'relation', 'consent', 'outcome', 'gate', 'origin'];

function sectionOf({ title, rows }: MatrixSection): string {
  return `### ${title}\n\n${table(HEADINGS, rows.map(cellsOf))}`;
}

function cellsOf(row: MatrixRow): readonly string[] {
  const { caller, when, request, outcome, origin } = row;
  const reason = reasonOf(row);
  const gate = gateOf(row);
  return [
    caller,
    when,
    purposeOf(request),
    relationOf(request),
    consentOf(request),
    outcomeOf(outcome),
    [gate, reason].filter((text) => text !== null).join(': '),
    origin,
  ];
}

function purposeOf({ caller, action }: DecisionRequest): string {
  return action === 'READ' ? caller.purpose : `${caller.purpose}, ${action}`;
}

function relationOf({ caller, patient, patientFacts, consentFacts }: DecisionRequest): string {
  switch (caller.kind) {
    case 'office':
      return '';
    case 'person': {
      if (caller.person === patient) return 'self';
      const relations = patientFacts?.relations ?? [];
      return relations.map(({ role, basis }) => `${role} (${basis ?? 'unknown'})`).join(', ');
    }
    case 'professional':
    case 'system': {
      const encounter = consentFacts?.grant?.encounter;
      if (encounter != null) return `encounter ${encounter.open ? 'open' : 'closed'}`;
      return consentFacts?.careRelation == null ? '' : 'under care';
    }
  }
}

function consentOf({ caller, consentFacts }: DecisionRequest): string {
  if (caller.kind === 'person' || caller.kind === 'office') return '';
  const { consents = [], grant = null } = consentFacts ?? {};
  const told = consents
    .filter(({ id }) => id !== grant?.consent)
    .map(({ kind, decision, status }) => `${kind} ${decision}, ${status}`);
  return [...(grant === null ? [] : [`grant ${grant.state}`]), ...told].join('; ');
}

function outcomeOf(outcome: Outcome): string {
  switch (outcome.effect) {
    case 'permit':
    case 'deny':
      return outcome.effect;
    case 'show':
      return `show ${outcome.scope}`;
    case 'refuse':
      return `refuse ${outcome.scope}${outcome.code === null ? '' : `, ${outcome.code}`}`;
    case 'release':
    case 'withhold':
      return `${outcome.effect} ${recordOf(outcome.record)}`;
    case 'bind':
      return `permit, ${outcome.obligations.join(', ') || 'no duty'}`;
    case 'domestic':
      return outcome.shown ? 'show values that stay at home' : 'keep values that stay at home';
    case 'take':
      return `take ${outcome.categories.join(', ')}`;
  }
}

function recordOf(record: Parameters<typeof recordFacts>[0]): string {
  const { category, date, security } = recordFacts(record);
  const labels = security.map(({ code }) => code ?? '').join(' and ') || 'no label';
  return `${category ?? 'no category'}, ${date === null || date === '' ? 'no date' : date}, ${labels}`;
}

function elsewhereOf(elsewhere: readonly HeldElsewhere[]): string {
  if (elsewhere.length === 0) return '';
  const rows = elsewhere.map(({ scenario, file, test }) => [scenario, `\`${file}\``, test]);
  return `### Held by tests of more than a decision\n\n${table(['case', 'file', 'test'], rows)}`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
