/** The figures and what became of the targets, as Markdown. */
import type { Figure } from './figures.js';
import type { FirstRequest } from './first-requests.js';
import { OPERATIONS, OPERATION_NAMES } from './operations.js';
import type { Row, Unavailable } from './rows.js';
import { FIRST_REQUEST } from './targets.js';
import type { Outcome } from './targets.js';

/** What a run came to. */
export interface Results {
  /** In the order of the tables. */
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
  readonly unavailable: readonly Unavailable[];
  readonly outcomes: readonly Outcome[];
  readonly firstRequests: readonly FirstRequest[];
}

/** All tables of a run. */
export function tables(results: Results): string {
  return [
    ...OPERATION_NAMES.map((operation) => operationTable(results, operation)),
    firstRequestTable(results),
    outcomeTable(results),
  ]
    .filter((table) => table !== '')
    .join('\n\n');
}

function operationTable(results: Results, operation: keyof typeof OPERATIONS): string {
  const figures = results.figures.filter((figure) => figure.operation === operation);
  if (figures.length === 0) return '';
  const missing = results.unavailable
    .filter((one) => one.operation === null || one.operation === operation)
    .map(
      ({ row, why }) => `| | ${titleOf(results, row)} | not available: ${cell(why)} | | | | | |`,
    );
  return [
    `### ${OPERATIONS[operation].title}`,
    '',
    '| connections | gateway | CPU µs/request | ratio | requests/s | p50 ms | p99 ms | memory MB |',
    '| ----------: | ------- | -------------: | ----: | ---------: | -----: | -----: | --------: |',
    ...figures.map((figure) => figureLine(results, figure)),
    ...missing,
  ].join('\n');
}

function figureLine(results: Results, figure: Figure): string {
  const causeway = results.figures.find(
    ({ row, operation, connections }) =>
      row === 'causeway' && operation === figure.operation && connections === figure.connections,
  );
  return line(
    String(figure.connections),
    titleOf(results, figure.row),
    figure.cpu.toFixed(0),
    causeway === undefined ? '' : ratio(figure.cpu / causeway.cpu),
    figure.rate.toFixed(0),
    figure.p50.toFixed(2),
    figure.p99.toFixed(2),
    (figure.memory / 2 ** 20).toFixed(0),
  );
}

function firstRequestTable(results: Results): string {
  if (results.firstRequests.length === 0) return '';
  return [
    '### The first request of a new operation text, medium',
    '',
    '| gateway | median ms | longest ms |',
    '| ------- | --------: | ---------: |',
    ...results.firstRequests.map(({ row, median, longest }) =>
      line(titleOf(results, row), median.toFixed(1), longest.toFixed(1)),
    ),
  ].join('\n');
}

function outcomeTable(results: Results): string {
  return [
    '### Targets, CPU per request at 64 connections',
    '',
    '| target | operation | wanted | measured | |',
    '| ------ | --------- | -----: | -------: | - |',
    ...results.outcomes.map((outcome) =>
      line(
        `${outcome.ours} beside ${outcome.beside.join(' or ')}`,
        outcome.operation,
        ratio(outcome.times),
        outcome.kind === 'unmeasured' ? '' : ratio(outcome.measured),
        outcome.kind === 'unmeasured'
          ? `unmeasured: no ${outcome.missing.join(', ')}`
          : outcome.kind,
      ),
    ),
    ...results.firstRequests
      .filter(({ row }) => row === 'causeway')
      .map(({ median }) =>
        line(
          'first request of a new text',
          'medium',
          `${FIRST_REQUEST} ms`,
          `${median.toFixed(1)} ms`,
          median < FIRST_REQUEST ? 'met' : 'missed',
        ),
      ),
  ].join('\n');
}

const line = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** How many times as much, to the second digit below one hundred. */
const ratio = (times: number): string => `${times < 10 ? times.toFixed(2) : times.toFixed(1)}×`;

const cell = (text: string): string => text.replaceAll(/[|\s]+/g, ' ').slice(0, 160);

const titleOf = ({ rows }: Results, name: string): string =>
  rows.find((row) => row.name === name)?.title ?? name;
