import { MAX_PAGE_SIZE } from '@causeway/kit';
import type { ProvidersSubgraph } from '@causeway/providers';
import type { RecordsSubgraph, ReportedDuty } from '@causeway/records';
import type { NamedDuty } from './duty-report.js';

/** The subgraphs that know of duties. */
export interface DutyOwners {
  readonly providers: Pick<ProvidersSubgraph, 'repository'>;
  readonly records: Pick<RecordsSubgraph, 'duties'>;
}

/** How the duties of an organisation, or of all where it is null, stand at an instant (epoch milliseconds), page by page. */
export function* namedDuties(
  { providers, records }: DutyOwners,
  organization: string | null,
  now: number,
): Generator<NamedDuty> {
  const filter = { organization, holder: null };
  let after: readonly [string] | null = null;
  do {
    const page = { direction: 'forward', limit: MAX_PAGE_SIZE, after, before: null } as const;
    const rows: readonly ReportedDuty[] = records.duties.report(filter, page, now);
    const shown = rows.slice(0, MAX_PAGE_SIZE);
    const names = providers.repository.namesOf(shown.map(({ duty }) => duty.organization));
    for (const reported of shown) {
      const own = names.filter(({ owner }) => owner === reported.duty.organization);
      yield { ...reported, names: own.map(({ language, text }) => ({ language, text })) };
    }
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    after = last === undefined ? null : [last.duty.id];
  } while (after !== null);
}
