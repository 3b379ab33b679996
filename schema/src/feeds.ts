/**
 * What one subgraph tells another of, carried by the gateway's relay: subgraphs never meet. Each event has a position
 * that grows by one; the receiver keeps how far it has come in the transaction of what it did, so that an event that
 * arrives twice counts once. Decisions never rest on these: they read the owner's facts.
 */
import type { JoiningStatus, RecognitionFact } from './facts.js';

/** A name in one language and script. */
export interface LocalisedName {
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
}

/** What is known outside the providers subgraph of an organisation or a public health record system. */
export interface Party {
  readonly id: string;
  readonly kind: 'Organization' | 'PublicHealthRecordSystem';
  readonly names: readonly LocalisedName[];
  /** ISO 3166-2: `HK`, `CN-GD`. */
  readonly jurisdiction: string;
  /** The recognition that counts; null for a domestic party, and for one that never applied. */
  readonly recognition: RecognitionFact | null;
}

/** A party as it is after a change of it: from the providers subgraph, for the consents subgraph. */
export interface PartyEvent {
  /** From 1. */
  readonly position: number;
  /** When it changed, in epoch milliseconds. */
  readonly at: number;
  readonly party: Party;
}

/** A patient's standing after a change of it: from the patients subgraph, for the consents subgraph. */
export interface JoiningEvent {
  /** From 1. */
  readonly position: number;
  /** When it changed, in epoch milliseconds. */
  readonly at: number;
  readonly patient: string;
  readonly joining: JoiningStatus;
}

/** The subgraphs that tell others of changes. */
export type FeedSource = 'providers' | 'patients';
