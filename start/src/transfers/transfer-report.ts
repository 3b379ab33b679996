/** The register of transfers as it is handed to a regulator: no patient, and nothing of what a record says. */
import type { TransferRow } from '@causeway/consents';
import { SHARABLE_SCOPES, nameIn } from '@causeway/schema';
import type { LegalInstrument, LocalisedName, SharableScope } from '@causeway/schema';
import { printReport } from '../report-format.js';
import type { ReportFormat } from '../report-format.js';

/** The columns of the CSV report, in their order; `docs/transfer-register.md` says what stands in each. */
export const COLUMNS = [
  'id',
  'at',
  'direction',
  'instrument_type',
  'instrument_reference',
  'categories',
  'records',
  'organization',
  'organization_name',
  'system',
  'system_name',
  'purpose',
  'grant',
  'event',
] as const;

/** The report of what crossed, piece by piece. */
export function transferReport(
  transfers: Iterable<TransferRow>,
  format: ReportFormat,
): Generator<string> {
  return printReport(transfers, format, { entryOf, columns: COLUMNS, valuesOf });
}

interface TransferEntry {
  readonly id: string;
  readonly at: string;
  readonly direction: TransferRow['direction'];
  readonly instrument: LegalInstrument | null;
  readonly categories: readonly { readonly category: SharableScope; readonly count: number }[];
  readonly organization: TransferParty;
  readonly system: TransferParty | null;
  readonly purpose: string;
  readonly grant: string | null;
  readonly event: string;
}

interface TransferParty {
  readonly id: string;
  readonly names: readonly LocalisedName[];
}

function entryOf(row: TransferRow): TransferEntry {
  const { id, at, direction, instrumentType: type, instrumentReference: reference } = row;
  const { organization, organizationNames, system, systemNames, purpose, grant, event } = row;
  return {
    id,
    at: new Date(at).toISOString(),
    direction,
    instrument: type === null || reference === null ? null : { type, reference },
    categories: categoriesOf(row),
    organization: { id: organization, names: organizationNames },
    system: system === null ? null : { id: system, names: systemNames },
    purpose,
    grant,
    event,
  };
}

function categoriesOf({ counts }: TransferRow): TransferEntry['categories'] {
  return SHARABLE_SCOPES.flatMap((category) => {
    const count = counts[category];
    return count === undefined ? [] : [{ category, count }];
  });
}

function valuesOf(entry: TransferEntry) {
  const { instrument, categories, organization, system } = entry;
  return {
    id: entry.id,
    at: entry.at,
    direction: entry.direction,
    instrument_type: instrument?.type ?? null,
    instrument_reference: instrument?.reference ?? null,
    categories: categories.map(({ category, count }) => `${category} ${count}`).join('; '),
    records: categories.reduce((total, { count }) => total + count, 0),
    organization: organization.id,
    organization_name: nameIn('en', organization.names) ?? null,
    system: system?.id ?? null,
    system_name: nameIn('en', system?.names ?? []) ?? null,
    purpose: entry.purpose,
    grant: entry.grant,
    event: entry.event,
  };
}
