/** Where the story is played: a running graph, the people who ask it, and somebody who writes down what is said. */
import type { PersonaName } from '@causeway/seeds/personas';
import { StartError } from '../program.js';
import type { Session } from './session.js';

export type { Session };

/** Somebody who asks: a persona by its own token, or a professional in a session under a grant. */
export type Speaker = PersonaName | Session;

/** A question to the graph. */
export interface Question {
  readonly as: Speaker;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The purpose of use, where it is not the persona's usual one. */
  readonly purpose?: string;
}

/** The graph's answer. */
export interface Reply {
  readonly data?: unknown;
  readonly errors: readonly ReplyError[];
}

/** An error of an answer. */
export interface ReplyError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What a patient was told, by whatever channel. */
export interface ToldPatient {
  readonly kind: string;
  readonly text: string;
  /** The code for the patient alone, where the message is one. */
  readonly secret: string | null;
}

/** The running graph, as the story reaches it. */
export interface Stage {
  /** Begins a part of the story. */
  scene(title: string): void;
  /** Says what happens, in plain words. */
  tell(sentence: string): void;
  /** Asks, and shows operation and answer. */
  ask(question: Question): Promise<Reply>;
  /** A session of a professional under a redeemed grant; null where it is refused. */
  openSession(as: PersonaName, grant: string): Promise<Session | null>;
  /** The newest message of a kind that a patient got. */
  messageTo(patient: string, kind: string): Promise<ToldPatient>;
  /** Asks one of the routes beside the graph, and shows what was asked for and the answer's status. */
  fetch(as: Speaker, request: RouteRequest): Promise<RouteReply>;
  /** Verifies the audit trail; the sentence that says how it stands. */
  verifyAudit(): Promise<string>;
}

/** A request to a route beside the graph. */
export interface RouteRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** The path below the gateway, or a whole address on it. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is bytes. */
  readonly body?: object | Buffer;
}

/** The answer of a route beside the graph. */
export interface RouteReply {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** The story did not go as it should. */
export class StoryError extends StartError {
  constructor(expected: string, got: unknown) {
    super(`Expected ${expected}, got ${JSON.stringify(got)}`);
    this.name = 'StoryError';
  }
}
