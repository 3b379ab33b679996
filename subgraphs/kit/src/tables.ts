/**
 * Tables that several subgraphs have alike: histories, epochs, business identifiers, sources and feed positions. Each
 * subgraph makes its own of them.
 */
import type { CodeableConcept } from '@causeway/schema/datatypes';
import { index, int, json, primaryKey, table, text, word } from './columns.js';

/** The columns of a table of versions, beside what each version states: see `recordVersion`. */
export const versionColumns = () => ({
  /** Id of what the version speaks of. */
  owner: text('owner').notNull(),
  /** Epoch milliseconds, inclusive. */
  validFrom: int('valid_from').notNull(),
  /** Epoch milliseconds, exclusive; null for the version in force. */
  validTo: int('valid_to'),
});

/** Counters that grow with every change of an owner's facts: see `raiseEpoch`. */
export const epochTable = () =>
  table('epoch', { owner: text('owner').primaryKey(), value: int('value').notNull() });

/** Business identifiers, in the order of their owner: see `putIdentifiers`. */
export const identifierTable = <OwnerType extends string>() =>
  table(
    'identifier',
    {
      owner: text('owner').notNull(),
      position: int('position').notNull(),
      /** The owner's resource type. */
      ownerType: word<OwnerType>('owner_type').notNull(),
      use: text('use'),
      type: json<CodeableConcept>('type'),
      system: text('system'),
      /** As its source writes it. */
      value: text('value'),
      /** By which it is found: `comparableIdentifier(system, value)`. */
      comparable: text('comparable'),
    },
    (columns) => [
      primaryKey({ columns: [columns.owner, columns.position] }),
      index('identifier_value').on(columns.ownerType, columns.system, columns.comparable),
    ],
  );

/** Which resources of which sources an owner was made of; several where they were merged: see `recordSource`. */
export const sourceTable = <OwnerType extends string>() =>
  table(
    'source',
    {
      ownerType: word<OwnerType>('owner_type').notNull(),
      namespace: text('namespace').notNull(),
      /** The resource's id in that namespace. */
      sourceId: text('source_id').notNull(),
      owner: text('owner').notNull(),
    },
    (columns) => [
      primaryKey({ columns: [columns.ownerType, columns.namespace, columns.sourceId] }),
      index('source_owner').on(columns.owner),
    ],
  );

/** The position of the last event taken in from each source: see `takeIn`. */
export const feedPositionTable = <Source extends string>() =>
  table('feed_position', {
    source: word<Source>('source').primaryKey(),
    position: int('position').notNull(),
  });
