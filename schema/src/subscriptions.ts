/**
 * Subscriptions: each is a query that is asked anew whenever what it is about has changed. Nothing is streamed between
 * subgraphs and gateway, so each event is decided on, checked and recorded as any other answer.
 */

/** The queries that subscriptions ask, where they have another name than the subscription. */
const ASKED_AS: Readonly<Record<string, string>> = { myRequest: 'grantRequest' };

/** The root field of Query that a root field of Subscription asks. */
export function askedAs(subscription: string): string {
  return ASKED_AS[subscription] ?? subscription;
}
