import { ask } from './scenes/ask.js';
import { authorise } from './scenes/authorise.js';
import { carry } from './scenes/carry.js';
import { deposit } from './scenes/deposit.js';
import { printTransfers } from './scenes/print-transfers.js';
import { read } from './scenes/read.js';
import { recognise } from './scenes/recognise.js';
import { redeem } from './scenes/redeem.js';
import { reportDuties } from './scenes/report-duties.js';
import { revoke } from './scenes/revoke.js';
import { seeAtHome } from './scenes/see-at-home.js';
import { tellPatient } from './scenes/tell-patient.js';
import { verify } from './scenes/verify.js';
import type { Stage } from './stage.js';
import { inventedXray } from './xray.js';

/**
 * The whole story, from the recognition of a hospital to the verified audit trail, on a graph that has just been
 * seeded, at an instant (epoch milliseconds).
 *
 * @throws StoryError at the first answer that is not as it should be
 */
export async function walk(stage: Stage, now: number): Promise<void> {
  await recognise(stage, now);
  const grant = await ask(stage);
  const handed = await authorise(stage, grant);
  const session = await redeem(stage, grant, handed);
  await read(stage, session);
  await tellPatient(stage);
  const xray = inventedXray();
  const deposited = await deposit(stage, grant, session, xray);
  await seeAtHome(stage, deposited, xray);
  await reportDuties(stage);
  await carry(stage);
  await printTransfers(stage);
  await revoke(stage, grant, session);
  await verify(stage);
}
