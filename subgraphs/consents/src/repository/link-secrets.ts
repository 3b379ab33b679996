/** The secrets of links at rest: digests, and passcodes on their way to the patient. */
import { digestOfCode, digestOfKey } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { eq } from 'drizzle-orm';
import { linkSecrets } from '../tables.js';
import type { LinkSecretRow } from '../tables.js';
import { forgetUnsentCodes } from './unsent-codes.js';

/** A new link of a grant, with its secrets. */
export interface NewLinkSecret {
  readonly id: string;
  /** CrossBorderGrant id. */
  readonly grant: string;
  readonly key: string;
  readonly passcode: string;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
}

/** Keeps what a link and its passcode will be compared with. */
export function keepLinkSecret(
  db: Database['db'],
  { id, grant, key, passcode, issuedAt }: NewLinkSecret,
): void {
  const { digest: passcodeDigest, salt: passcodeSalt } = digestOfCode(key, passcode);
  db.insert(linkSecrets)
    .values({ id, grant, digest: digestOfKey(key), passcodeDigest, passcodeSalt, issuedAt })
    .run();
}

/** The secrets of the link with a key; undefined where there is none, or none any more. */
export function linkSecretOf(db: Database['db'], key: string): LinkSecretRow | undefined {
  return db
    .select()
    .from(linkSecrets)
    .where(eq(linkSecrets.digest, digestOfKey(key)))
    .get();
}

/** Forgets the secrets of a patient's grant: its links are unknown from now on, and no passcode of them is sent any more. */
export function forgetLinkSecrets(
  db: Database['db'],
  { owner, patient }: { readonly owner: string; readonly patient: string },
): void {
  db.delete(linkSecrets).where(eq(linkSecrets.grant, owner)).run();
  forgetUnsentCodes(db, { patient, kind: 'PASSCODE', changed: `CrossBorderGrant/${owner}` });
}
