import type { PurposeOfUse } from '@causeway/schema';

/** An operation to begin with, and who asks it. */
export interface ExplorerTab {
  /** What it shows, in few words. */
  readonly title: string;
  /** The operation. */
  readonly document: string;
  readonly variables: Readonly<Record<string, string>>;
  /** The name of the caller; nobody's where none is at hand. */
  readonly caller: string;
  readonly purpose: PurposeOfUse;
}

/** Somebody whom the explorer can ask as. */
export interface ExplorerCaller {
  readonly name: string;
  /** Who it is. */
  readonly title: string;
  /** What can be expected of the answers. */
  readonly description: string;
  /** What this caller may ask for, the usual purpose first. */
  readonly purposes: readonly PurposeOfUse[];
}

/** What the server tells the pages. */
export interface PageData {
  readonly tabs: readonly ExplorerTab[];
  /** Empty where tokens have to be brought along. */
  readonly callers: readonly ExplorerCaller[];
  /** Whether the whole schema can be read, with what each field takes of each audience. */
  readonly hasWholeSchema: boolean;
}
