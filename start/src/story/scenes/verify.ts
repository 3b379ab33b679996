import type { Stage } from '../stage.js';

/** The audit trail is verified: nothing in it was removed, changed or moved. */
export async function verify(stage: Stage): Promise<void> {
  stage.scene('The audit trail is verified');
  stage.tell(await stage.verifyAudit());
}
