import { plainText } from './plain-text.js';

const HOME_RETURN_PERMIT = /^([HM]\d{8})(\d{2})?$/;

/** A Home Return Permit as read from a card or an older form. */
export interface HomeReturnPermit {
  /** `H` (Hong Kong) or `M` (Macao) and eight digits, the same for life: compare by this alone. */
  readonly number: string;
  /** How often it was renewed, two digits, where the text is of the older form of 11 characters. */
  readonly renewal: string | null;
}

/**
 * A Home Return Permit (回鄉證) from its form of 9 characters, as cards show it since 2013, or of 11 with the renewal
 * count; null where the text is neither.
 */
export function parseHomeReturnPermit(text: string): HomeReturnPermit | null {
  const [, number, renewal] = HOME_RETURN_PERMIT.exec(plainText(text)) ?? [];
  return number === undefined ? null : { number, renewal: renewal ?? null };
}
