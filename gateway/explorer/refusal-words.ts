import type { RefusalCode } from '@causeway/schema';

/** What a refusal means to who asks. */
const MEANINGS: Readonly<Record<RefusalCode, string>> = {
  CONSENT_REQUIRED: 'The permit does not cover it',
  ROLE_NOT_PERMITTED: 'It is not for this profession or role',
  STEP_UP_REQUIRED: 'It takes a step-up',
  NOT_SHARABLE: 'It never leaves Hong Kong',
};

/** Why a value was refused, and whether it may be asked for. */
export function refusalWords(refusal: {
  readonly code: RefusalCode;
  readonly scope: string | undefined;
  readonly requestable: boolean;
}): string {
  const { code, scope, requestable } = refusal;
  const of = scope === undefined ? '' : ` (${scope})`;
  const ask = requestable ? 'the patient may be asked for it' : 'asking would not change it';
  return `${MEANINGS[code]}${of}; ${ask}.`;
}
