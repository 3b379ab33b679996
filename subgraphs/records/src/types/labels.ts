/**
 * Labels of a record's elements that the record itself keeps to: an element whose label the permit does not meet is
 * null here, whatever the gateway asked. Stands above `@Element` or `@Field`.
 */
import type { ClinicalScope, Permit } from '@causeway/schema';
import { Consent, Domestic } from '@causeway/schema/decorators';
import type { ClinicalRecord } from './clinical-record.js';

/** The element never leaves Hong Kong. */
export function KeptAtHome() {
  return guarded(Domestic(), ({ abroad }) => !abroad);
}

/** The element tells what belongs to another category than the record: a diagnosis by another door. */
export function TellsOf(scope: ClinicalScope) {
  return guarded(Consent(scope), ({ scopes }) => scopes.includes(scope));
}

/** An accessor of a record's class. */
interface Accessor {
  get?: (this: ClinicalRecord) => unknown;
}

function guarded(label: ReturnType<typeof Consent>, isMet: (permit: Permit) => boolean) {
  return (prototype: ClinicalRecord, name: string, given?: Accessor): void => {
    const accessor: Accessor | undefined =
      given ?? Object.getOwnPropertyDescriptor(prototype, name);
    const read = accessor?.get;
    if (accessor === undefined || read === undefined) {
      throw new Error(`Expected an accessor ${name} below its label, got none`);
    }
    accessor.get = function () {
      return isMet(this.permit) ? read.call(this) : null;
    };
    Object.defineProperty(prototype, name, accessor);
    label(prototype, name);
  };
}
