import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Language, LocalisedName } from '@causeway/schema';
import type { Html } from './html.js';
import type { SignedIn } from './sign-in/sign-in.js';
import type { Say } from './texts/catalogue.js';

/** What a page begins with after something was done on it. */
export type Notice = (say: Say, language: Language) => Html;

/** A patient whom a visitor may speak for. */
export interface Represented {
  readonly patient: string;
  readonly role: 'SDM' | 'CAREGIVER';
  /** In the scripts there are; none where the visitor reads nothing of the patient. */
  readonly names: readonly LocalisedName[];
}

/** Who a visitor is to the graph. */
export interface Visitor {
  /** Their own Patient id. */
  readonly id: string;
  readonly represents: readonly Represented[];
}

/** What is kept on the server of somebody who has signed in. The browser has a ticket for it alone. */
export class Session {
  /** What a form has to bring along, to be one of this session. */
  readonly csrfToken: string = randomBytes(32).toString('base64url');
  readonly signedIn: SignedIn;
  /** Until when the graph will know them, in epoch milliseconds. */
  readonly until: number;
  /** What a page begins with until the next thing is done on it, by the page's path. */
  readonly notices = new Map<string, Notice>();
  /** Who the visitor is to the graph, once it has told. */
  visitor: Visitor | null = null;
  /** The patient to act for; null for oneself. */
  patient: string | null = null;
  /** The encounters opened since signing in, until when, by grant. */
  readonly encounters = new Map<string, string>();

  /** A session that begins now (epoch milliseconds). */
  constructor(signedIn: SignedIn, now: number) {
    this.signedIn = signedIn;
    this.until = now + signedIn.lifetime * 1000;
  }

  /** Whether a form is one of this session. */
  admits(form: URLSearchParams): boolean {
    const given = Buffer.from(form.get('csrf') ?? '');
    const expected = Buffer.from(this.csrfToken);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
