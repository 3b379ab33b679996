/** What the audit log says of consents that could not be interpreted: which they are, and nothing of what they say. */
export function uninterpretedReason(consents: readonly string[]): string {
  return `not interpreted: consent ${consents.join(', ')}`;
}
