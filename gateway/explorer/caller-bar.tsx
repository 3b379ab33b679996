import type { PurposeOfUse } from '@causeway/schema';
import type { ReactNode } from 'react';
import type { ExplorerCaller } from '../src/explorer/page-data.js';
import { DATA } from './page-data.js';
import type { Documentation } from './documentation.js';

/** Who asks, what for, and what is explained. */
export interface Asking {
  /** Nobody where tokens are brought along in the editor of headers. */
  readonly caller: ExplorerCaller | undefined;
  readonly purpose: PurposeOfUse | undefined;
  readonly documentation: Documentation;
}

/** Chooses who asks, what for, and what is explained. */
export function CallerBar({
  asking,
  onChange,
}: {
  readonly asking: Asking;
  readonly onChange: (asking: Asking) => void;
}): ReactNode {
  const { caller, purpose, documentation } = asking;
  return (
    <div className="caller-bar">
      {DATA.callers.length > 0 && (
        <>
          <Choice
            label="Ask as"
            value={caller?.name ?? ''}
            choices={[
              ['', 'nobody'],
              ...DATA.callers.map(({ name, title }) => [name, title] as const),
            ]}
            onChoose={(name) => {
              const chosen = DATA.callers.find((each) => each.name === name);
              onChange({ ...asking, caller: chosen, purpose: chosen?.purposes[0] });
            }}
          />
          <Choice
            label="Purpose of use"
            value={purpose ?? ''}
            choices={(caller?.purposes ?? []).map((each) => [each, each] as const)}
            onChoose={(chosen) =>
              onChange({ ...asking, purpose: caller?.purposes.find((each) => each === chosen) })
            }
          />
        </>
      )}
      {DATA.hasWholeSchema && (
        <Choice
          label="Documentation"
          value={documentation}
          choices={[
            ['whole', 'the whole graph, with its labels'],
            ['caller', 'what this caller could ever get'],
          ]}
          onChoose={(chosen) =>
            onChange({ ...asking, documentation: chosen === 'caller' ? 'caller' : 'whole' })
          }
        />
      )}
      <p>
        {caller?.description ??
          'Bring a token along: set Authorization and Purpose-Of-Use among the headers.'}
      </p>
    </div>
  );
}

function Choice({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}): ReactNode {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
