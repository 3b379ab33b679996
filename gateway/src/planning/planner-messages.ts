/** What a planning process is told: the supergraph once, and then operations, one at a time. */
export type PlannerOrder =
  | { readonly kind: 'supergraph'; readonly sdl: string }
  | { readonly kind: 'operation'; readonly text: string };

/** What it answers to an operation: its plan, or that it found none. */
export type PlannerReply =
  { readonly kind: 'plan'; readonly plan: object } | { readonly kind: 'none' };
