import { partsOf } from '../access/need.js';
import type { Need } from '../access/need.js';

const ACTIONS: Readonly<Record<string, string>> = {
  READ: 'a permit to read of the patient',
  DEPOSIT: 'a permit to deposit for the patient',
  AUTHORISE: 'a permit to authorise for the patient',
};

/** What a need is, as it follows "with" or "it took". */
export function describeNeed(need: Need): string {
  const [kind, about] = partsOf(need);
  switch (kind) {
    case 'consent':
      return `consent for ${about}`;
    case 'step-up':
      return `a step-up for ${about}`;
    case 'listed':
      return `a condition that lists ${about}`;
    case 'party':
      return `being a party to it (${about})`;
    case 'category':
      return "consent for the record's own category";
    case 'caller':
      return 'a token';
    case 'permit':
      return ACTIONS[about] ?? need;
    case 'author':
      return 'having written the record';
    case 'subject': {
      const equals = about.indexOf('=');
      return `a check of the record's ${about.slice(0, equals)} (${about.slice(equals + 1)})`;
    }
    default:
      return need;
  }
}
