/** Who visits the patient's page, and for whom: themself, or one of those whom they may speak for. */
import type { LocalisedName } from '@causeway/schema';
import { WrongAccountError } from '../asking.js';
import type { Asking } from '../asking.js';
import type { Represented, Visitor } from '../session.js';
import type { SignedInVisit } from '../visit.js';
import { ME, NAME } from './operations.js';

interface MeAnswer {
  readonly me: {
    readonly id: string;
    readonly represents: readonly Omit<Represented, 'names'>[] | null;
  } | null;
}

interface NameAnswer {
  readonly patient: { readonly name: readonly LocalisedName[] | null } | null;
}

/**
 * The visitor, asked once in a session: each question is written into the audit trail.
 *
 * @throws SignedOutError, WrongAccountError or NoAnswerError
 */
export async function visitorOf(asking: Asking, visit: SignedInVisit): Promise<Visitor> {
  const { session } = visit;
  if (session.visitor !== null) return session.visitor;
  const { me } = await asking.read<MeAnswer>(visit, ME, {});
  if (me === null) throw new WrongAccountError();
  const represents = await Promise.all(
    (me.represents ?? []).map(async (one) => ({
      ...one,
      names: await namesOf(asking, visit, one),
    })),
  );
  session.visitor = { id: me.id, represents };
  return session.visitor;
}

/**
 * The patient that the visitor acts for: whom they chose, or themself.
 *
 * @throws SignedOutError, WrongAccountError or NoAnswerError
 */
export async function patientOf(asking: Asking, visit: SignedInVisit): Promise<string> {
  const { id } = await visitorOf(asking, visit);
  return visit.session.patient ?? id;
}

/** A caregiver reads nothing of whom they care for, and is not shown a name. */
async function namesOf(
  asking: Asking,
  visit: SignedInVisit,
  { patient, role }: Omit<Represented, 'names'>,
): Promise<readonly LocalisedName[]> {
  if (role === 'CAREGIVER') return [];
  const answer = await asking.read<NameAnswer>(visit, NAME, { patient });
  return answer.patient?.name ?? [];
}
