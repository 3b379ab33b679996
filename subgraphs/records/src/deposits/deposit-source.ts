const PREFIX = 'urn:causeway:deposit:';

/** The source namespace of what a deposit brought, by the DepositReceipt id. */
export function namespaceOf(receipt: string): string {
  return `${PREFIX}${receipt}`;
}

/** The DepositReceipt id of the deposit that brought a record, null for a record that came otherwise. */
export function receiptOf(sourceNamespace: string): string | null {
  return sourceNamespace.startsWith(PREFIX) ? sourceNamespace.slice(PREFIX.length) : null;
}
