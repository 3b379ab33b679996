import type { ReactNode } from 'react';
import type { Path, Refusal } from '@causeway/client';
import { refusalWords } from './refusal-words.js';

/** What a value is drawn from. */
interface TreeProps {
  readonly value: unknown;
  readonly path: Path;
  readonly refusals: readonly Refusal[];
}

/** A value with all that stands in it; what was refused or is not there is marked where it would stand. */
export function AnswerTree({ value, path, refusals }: TreeProps): ReactNode {
  if (value === null) return <Missing path={path} refusals={refusals} />;
  if (typeof value !== 'object') return <span className="value">{JSON.stringify(value)}</span>;
  const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : Object.entries(value);
  if (parts.length === 0) return <span className="value">none</span>;
  return (
    <ul>
      {parts.map(([name, part]) => (
        <li key={name}>
          <span className="name">{typeof name === 'number' ? name + 1 : name}</span>{' '}
          <AnswerTree value={part} path={[...path, name]} refusals={refusals} />
        </li>
      ))}
    </ul>
  );
}

function Missing({ path, refusals }: Omit<TreeProps, 'value'>): ReactNode {
  const refusal = refusals.find((each) => each.path.join() === path.join());
  if (refusal === undefined)
    return <span className="absent">nothing: there is none, or it was withheld</span>;
  return (
    <span className="refused">
      <strong>{refusal.code}</strong> {refusalWords(refusal)}
    </span>
  );
}
