import { loaderByKey, loaderOfMany } from '@causeway/kit';
import type DataLoader from 'dataloader';
import type { AdministrativeScope, Party } from '@causeway/schema';
import type { AuditEventFilter } from './repository/audit-events.js';
import type { ConsentFilter } from './repository/consents.js';
import type { GrantFilter } from './repository/grants.js';
import type { ListCount, ListPage, ListReader } from './repository/list.js';
import type { NotificationFilter } from './repository/notifications.js';
import type { ConsentReads } from './repository/reads.js';
import type { RequestChanges } from './request-changes.js';
import type { AccessNotificationRow, AuditEventRow, ConsentRow, GrantRow } from './tables.js';
import type { Visibility } from './visibility.js';

/** The lists of patients for one filter and page: one statement for the rows of all of them, one for the counts. */
export interface ListLoaders<Row> {
  readonly rows: DataLoader<string, Row[]>;
  readonly counts: DataLoader<string, ListCount | null>;
}

/** The loaders of one type of records. */
export interface RecordLoaders<Filter, Row> {
  readonly byId: DataLoader<string, Row | null>;
  /** The same loaders for the same filter and page, so that all patients of a tick share their statements. */
  listed(filter: Filter, page: ListPage): ListLoaders<Row>;
}

/** The loaders of one request. What it may not see they do not find. */
export interface ConsentsLoaders {
  readonly consents: RecordLoaders<ConsentFilter, ConsentRow>;
  readonly grants: RecordLoaders<GrantFilter, GrantRow>;
  readonly auditEvents: RecordLoaders<AuditEventFilter, AuditEventRow>;
  readonly notifications: RecordLoaders<NotificationFilter, AccessNotificationRow>;
  /** Organisations and public health record systems as last told of; they are nobody's records. */
  readonly parties: DataLoader<string, Party | null>;
}

/** What a request may see of a scope: of the given patients, or of all it has permits for. */
export type Sight = (scope: AdministrativeScope, patients?: readonly string[]) => Visibility;

/** New loaders over what can be read, by what the request may see. */
export function consentsLoaders(
  reads: ConsentReads & Pick<RequestChanges, 'partiesById'>,
  sight: Sight,
): ConsentsLoaders {
  return {
    consents: recordLoaders(reads.consents, 'CONSENT', sight, (row) => row.owner),
    grants: recordLoaders(reads.grants, 'GRANT', sight, (row) => row.owner),
    auditEvents: recordLoaders(reads.auditEvents, 'AUDIT', sight, (row) => row.id),
    notifications: recordLoaders(reads.notifications, 'NOTIFICATION', sight, (row) => row.id),
    parties: loaderByKey(
      (ids) => reads.partiesById(ids),
      ({ id }) => id,
    ),
  };
}

function recordLoaders<Filter, Row extends { readonly patient: string }>(
  reader: ListReader<Filter, Row>,
  scope: AdministrativeScope,
  sight: Sight,
  idOf: (row: Row) => string,
): RecordLoaders<Filter, Row> {
  const known = new Map<string, ListLoaders<Row>>();
  return {
    byId: loaderByKey((ids) => reader.byId(sight(scope), ids), idOf),
    listed: (filter, page) => {
      const key = JSON.stringify([filter, page]);
      const loaders = known.get(key) ?? {
        rows: loaderOfMany(
          (patients) => reader.page(sight(scope, patients), filter, page),
          (row) => row.patient,
        ),
        counts: loaderByKey(
          (patients) => reader.count(sight(scope, patients), filter),
          (row) => row.patient,
        ),
      };
      known.set(key, loaders);
      return loaders;
    },
  };
}
