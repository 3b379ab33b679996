/**
 * The column kit: the kinds of columns the subgraphs' tables are made of. Tables are written against it, so that a
 * second dialect has one place to be added; texts, whole numbers, flags and JSON are all there is.
 */
import { integer, sqliteTable, text as sqliteText } from 'drizzle-orm/sqlite-core';

/** A table by name, columns and, in a third argument, indices. */
export const table = sqliteTable;

/** A text column. */
export const text = (name: string) => sqliteText(name);

/** A text column of one of the given words. */
export const word = <Word extends string>(name: string) => sqliteText(name).$type<Word>();

/** A whole number: counters, and instants as epoch milliseconds. */
export const int = (name: string) => integer(name);

/** True or false. */
export const flag = (name: string) => integer(name, { mode: 'boolean' });

/** A value kept as JSON text. */
export const json = <Value>(name: string) => sqliteText(name, { mode: 'json' }).$type<Value>();

export { index, primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core';
