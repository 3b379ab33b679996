import type { ReactNode } from 'react';
import type { Refusal } from '@causeway/client';
import { AnswerTree } from './answer-tree.js';
import type { Coverage, Failure, ReadAnswer } from './answer.js';
import { refusalWords } from './refusal-words.js';

/** An answer for people: what was refused and why, what else failed, what the permit covers, and the data with marks. */
export function AnswerView({ answer }: { readonly answer: ReadAnswer | null }): ReactNode {
  if (answer === null) return <p role="status">Run an operation to see what is refused of it.</p>;
  const { data, refusals, failures, coverages } = answer;
  return (
    <>
      <p role="status">{summary(answer)}</p>
      {failures.length > 0 && <Failures failures={failures} />}
      {refusals.length > 0 && <Refusals refusals={refusals} />}
      {coverages.length > 0 && <Coverages coverages={coverages} />}
      {data != null && (
        <>
          <h3>Data</h3>
          <AnswerTree value={data} path={[]} refusals={refusals} />
        </>
      )}
    </>
  );
}

function summary({ refusals, failures }: ReadAnswer): string {
  const refused = refusals.length === 0 ? 'Nothing was refused' : `Refused: ${refusals.length}`;
  const failed = failures.length === 0 ? '' : `; failed: ${failures.length}`;
  return `${refused}${failed}. Records that are not for this caller are not in lists, nor counted.`;
}

function Failures({ failures }: { readonly failures: readonly Failure[] }): ReactNode {
  return (
    <>
      <h3>Failed</h3>
      <ul>
        {failures.map(({ message, code, documentation }, index) => (
          <li key={index} className="failed">
            <Code code={code} documentation={documentation} /> {message}
          </li>
        ))}
      </ul>
    </>
  );
}

function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }): ReactNode {
  return (
    <>
      <h3>Refused</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Code</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {refusals.map((refusal) => (
            <tr key={refusal.path.join('.')} className="refused">
              <th scope="row">{refusal.path.join('.')}</th>
              <td>
                <Code code={refusal.code} documentation={refusal.documentation} />
              </td>
              <td>{refusalWords(refusal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Coverages({ coverages }: { readonly coverages: readonly Coverage[] }): ReactNode {
  return (
    <>
      <h3>What the permit covers</h3>
      <ul>
        {coverages.map(({ patient, scopes, from, until, obligations }) => (
          <li key={patient}>
            Patient {patient}: {scopes.join(', ')}
            {from !== null && `, of ${from} and later`}
            {until !== null && `, until ${until}`}
            {obligations.length > 0 && `; to be heeded: ${obligations.join(', ')}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Code({
  code,
  documentation,
}: {
  readonly code: string;
  readonly documentation: string | undefined;
}): ReactNode {
  return documentation === undefined ? (
    <code>{code}</code>
  ) : (
    <a href={documentation} target="_blank" rel="noreferrer">
      <code>{code}</code>
    </a>
  );
}
