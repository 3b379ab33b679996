import { z } from 'zod';
import { answered, holds, refusedWith } from '../expectations.js';
import { StoryError } from '../stage.js';
import type { Stage } from '../stage.js';
import type { Session } from '../session.js';
import type { Handed } from './authorise.js';

const REDEEM = `mutation RedeemLink($input: RedeemLinkInput!) {
  redeemLink(input: $input) { id state encounter opensUntil scopes permissions }
}`;

const redeemed = z.object({
  redeemLink: z.object({ id: z.string(), state: z.literal('REDEEMED'), encounter: z.string() }),
});

/** The link is redeemed at the desk, once, by the hospital that it names. Returns the professional's session. */
export async function redeem(stage: Stage, grant: string, handed: Handed): Promise<Session> {
  const { link, passcode } = handed;
  stage.scene('Link and passcode are redeemed as the encounter opens');
  stage.tell('At another hospital the link does not exist, and trying it costs no attempt.');
  const wrongHouse = await stage.ask({
    as: 'clerk-szh',
    document: REDEEM,
    variables: { input: { link, passcode } },
  });
  refusedWith('LINK_NOT_FOUND', wrongHouse);

  stage.tell('A wrong passcode is counted, for life.');
  const wrongCode = passcode === '00000000' ? '00000001' : '00000000';
  const guessed = await stage.ask({
    as: 'dr-guo',
    document: REDEEM,
    variables: { input: { link, passcode: wrongCode } },
  });
  refusedWith('PASSCODE_INVALID', guessed);

  stage.tell('With both, the encounter opens.');
  const { redeemLink } = answered(
    await stage.ask({ as: 'dr-guo', document: REDEEM, variables: { input: { link, passcode } } }),
    redeemed,
  );
  holds(redeemLink.id === grant, 'the grant that was asked for', redeemLink);

  stage.tell('It opens once.');
  const again = await stage.ask({
    as: 'dr-guo',
    document: REDEEM,
    variables: { input: { link, passcode } },
  });
  refusedWith('LINK_NOT_FOUND', again);

  stage.tell('Dr Guo gets a session for this grant, bound to a key that never leaves the device.');
  const session = await stage.openSession('dr-guo', grant);
  if (session === null) throw new StoryError('a session', session);
  return session;
}
