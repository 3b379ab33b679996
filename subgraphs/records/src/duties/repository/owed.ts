/**
 * What is due, as SQL over duties that are handed in as JSON: an item for each encounter that ended while a duty was of
 * it. Abroad any deposit of the encounter fulfils the duty, and nothing is due where the patient authorised no deposit.
 * At home each category of the duty has to be there: a record of the encounter by the same organisation, or one that
 * names no encounter and whose date may lie within it. A record arrives with its deposit; one that was imported has no
 * receipt and counts as in time. Test data counts for nothing.
 */
import { durationParts } from '@causeway/schema';
import type { DepositDuty } from '@causeway/schema';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** How an item stands. */
export type DutyState = 'DUE' | 'ARRIVED' | 'ARRIVED_LATE' | 'LATE';

/**
 * The relation `item (duty, encounter, ended, due_by, missing, state)` at an instant (epoch milliseconds), as the head of
 * a statement.
 */
export function itemsOf(duties: readonly DepositDuty[], now: number): SQL {
  return sql`with duty as materialized (
      select value ->> 'id' as id, value ->> 'organization' as organization,
        value ->> 'basis' as basis, value -> 'categories' as categories,
        value ->> 'from' as since, value ->> 'until' as until,
        value ->> 'months' as months, value ->> 'milliseconds' as milliseconds
      from json_each(${relationOf(duties)})
    ),
    encounter as (${ENDED_ABROAD} union all ${ENDED_AT_HOME}),
    ended as (
      select encounter.*, ${DUE_BY} as due_by
      from encounter join duty on duty.id = encounter.duty
      where ended >= since and (until is null or ended < until)
    ),
    owed as (${OWED_ABROAD} union all ${OWED_AT_HOME}),
    counted as (
      select duty, encounter, ended, due_by,
        json_group_array(category) filter (where arrived is null and category is not null) as missing,
        sum(arrived is null) as lacking, max(arrived) as arrived
      from owed group by duty, encounter
    ),
    item as (
      select duty, encounter, ended, due_by, missing,
        case
          when lacking > 0 then iif(due_by < ${now}, 'LATE', 'DUE')
          else iif(arrived <= due_by, 'ARRIVED', 'ARRIVED_LATE')
        end as state
      from counted
    )`;
}

/** Duties with the time they leave, in months by the calendar and the rest by the clock. */
function relationOf(duties: readonly DepositDuty[]): string {
  return JSON.stringify(duties.map((duty) => ({ ...duty, ...durationParts(duty.within) })));
}

const ENDED_ABROAD = sql`
  select duty.id as duty, duty.basis as basis, duty.organization as organization,
    duty.categories as categories, abroad.id as encounter,
    abroad.encounter ->> 'patient' as patient, null as started,
    abroad.encounter ->> 'closedAt' as ended
  from duty join encounter_abroad as abroad on abroad.organization = duty.organization
  where duty.basis = 'CONDITION' and abroad.encounter ->> 'mayDeposit'`;

const IS_REAL = sql`not exists (
  select 1 from json_each(record.security) as label where label.value ->> 'code' = 'HTEST'
)`;

const END = sql`record.content ->> '$.period.end'`;

/** When an encounter ended: a date is its last moment in Hong Kong, what is less precise says nothing. */
const ENDED = sql`cast(round(1000 * case
    when ${END} glob '????-??-??T*' then unixepoch(${END}, 'subsec')
    when ${END} glob '????-??-??' then unixepoch(${END} || 'T23:59:59.999+08:00', 'subsec')
  end) as integer)`;

/** Joined crosswise, which has SQLite find the encounters of each duty: it would go through all that there are. */
const ENDED_AT_HOME = sql`
  select duty.id, duty.basis, duty.organization, duty.categories, record.id, record.patient,
    record.clinical_instant, ${ENDED}
  from duty cross join record on record.author_organization = duty.organization and record.type = 'Encounter'
  where duty.basis = 'SPECIFICATION' and ${IS_REAL}
    and coalesce(record.status, '') not in ('cancelled', 'entered-in-error')`;

/** Months are counted from the local time, the last day of a shorter month taken, and the rest after them. */
const DUE_BY = sql`(unixepoch(ended / 1000 + 28800, 'unixepoch', months || ' months', 'floor') - 28800) * 1000
  + ended % 1000 + milliseconds`;

const OWED_ABROAD = sql`
  select ended.duty, ended.encounter, ended.ended, ended.due_by, null as category,
    (
      select min(deposit.deposited_at) from deposit
      where deposit.patient = ended.patient and deposit.organization = ended.organization
        and deposit.encounter = ended.encounter and not deposit.is_test
    ) as arrived
  from ended where ended.basis = 'CONDITION'`;

const RECEIVED = sql`coalesce((
    select min(deposit.deposited_at)
    from deposit join json_each(deposit.resources) as resource
    where deposit.patient = record.patient and resource.value ->> 'id' = record.id
  ), 0)`;

const OWED_AT_HOME = sql`
  select ended.duty, ended.encounter, ended.ended, ended.due_by, category.value,
    (
      select min(${RECEIVED}) from record
      where record.patient = ended.patient and record.category = category.value
        and record.author_organization = ended.organization
        and (
          ended.encounter in (record.id, record.encounter)
          or (
            record.encounter is null and record.type <> 'Encounter'
            and record.clinical_instant <= ended.ended and record.clinical_end >= ended.started
          )
        )
        and coalesce(record.status, '') <> 'entered-in-error' and ${IS_REAL}
    )
  from ended join json_each(ended.categories) as category
  where ended.basis = 'SPECIFICATION'`;
