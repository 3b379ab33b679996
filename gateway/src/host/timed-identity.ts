import { undecided } from '../identity/index.js';
import type { Identity, IdentityRefusal } from '../identity/index.js';
import { ClockUnavailableError } from './decision-clock.js';

/** An identity that tells nobody apart while the clock fails: nobody knows then whether a token is good. */
export function timedIdentity(identity: Identity, onError: (error: unknown) => void): Identity {
  const timed = async <Told>(told: Promise<Told>): Promise<Told | IdentityRefusal> => {
    try {
      return await told;
    } catch (error) {
      if (!(error instanceof ClockUnavailableError)) throw error;
      onError(error);
      return undecided();
    }
  };
  return {
    identify: (request, clock) => timed(identity.identify(request, clock)),
    recheck: (headers, clock) => timed(identity.recheck(headers, clock)),
  };
}
