import { ToldError } from '@causeway/kit';

/** A joining or withdrawal that the patient's standing does not allow. */
export class JoiningError extends ToldError {}
