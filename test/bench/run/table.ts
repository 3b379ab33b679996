/** The figures as Markdown tables. */
import type { Figure } from './figures.js';
import { OPERATIONS, OPERATION_NAMES } from './operations.js';
import type { Row } from './rows.js';

/** One table per operation, the rows of each number of connections together. */
export function tables(figures: readonly Figure[], rows: readonly Row[]): string {
  return OPERATION_NAMES.map((operation) => {
    const measured = figures.filter((figure) => figure.operation === operation);
    if (measured.length === 0) return '';
    const lines = measured.map((figure) => line(figure, rows));
    return [`### ${OPERATIONS[operation].title}`, '', ...HEAD, ...lines, ''].join('\n');
  }).join('\n');
}

const HEAD = [
  '| connections | gateway | CPU µs/request | requests/s | p50 ms | p99 ms | memory MB |',
  '| ----------: | ------- | -------------: | ---------: | -----: | -----: | --------: |',
];

function line(figure: Figure, rows: readonly Row[]): string {
  const title = rows.find(({ name }) => name === figure.row)?.title ?? figure.row;
  const cells = [
    figure.connections,
    title,
    figure.cpu.toFixed(0),
    figure.rate.toFixed(0),
    figure.p50.toFixed(2),
    figure.p99.toFixed(2),
    (figure.memory / 2 ** 20).toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}
