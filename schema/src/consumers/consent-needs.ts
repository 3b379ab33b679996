/** What an operation takes of its team's audience: the entry of its consent manifest. */
import { accessOf } from '../access/caller-access.js';
import { ALWAYS, implies } from '../access/access.js';
import type { AccessGraph } from '../access/label-access.js';
import type { Audience, AudienceCaller } from '../audiences.js';
import { takingOf } from '../contracts/taking.js';
import type { Taking } from '../contracts/taking.js';
import { SCOPES } from '../scopes.js';
import type { Scope } from '../scopes.js';
import { accessTo, fieldDemands } from './field-demands.js';
import type { FieldDemand } from './field-demands.js';
import { selectedFields } from './operation-fields.js';
import type { RegisteredOperation } from './registry.js';

/** A field at one place of an answer. */
export interface FieldPlace {
  /** `patient.conditions` */
  readonly path: string;
  /** `Patient.conditions` */
  readonly coordinate: string;
}

/** What an operation takes of the callers of an audience who can ask it. */
export interface ConsentNeeds {
  /** The scopes it asks for, each with the least that one of the callers has to do for it. */
  readonly scopes: Readonly<Partial<Record<Scope, Taking>>>;
  /** The roles that a field asks for: one of the sets. */
  readonly roles: readonly (FieldPlace & { readonly oneOf: readonly (readonly string[])[] })[];
  /** Fields that are null, with a coded error, where a permit lacks one of the scopes. */
  readonly nullableByRefusal: readonly (FieldPlace & { readonly scopes: readonly Scope[] })[];
  /** Fields that never cross the border: null abroad, whatever the patient has agreed to. */
  readonly domestic: readonly FieldPlace[];
  /** Fields whose records come each with the permit of its own category; others are not there, without an error. */
  readonly ofEachCategory: readonly FieldPlace[];
}

/** What the operation takes of the audience. */
export function consentNeeds(
  graph: AccessGraph,
  audience: Audience,
  operation: RegisteredOperation,
): ConsentNeeds {
  const demands = fieldDemands(graph, operation);
  const callers = callersOf(graph, audience, operation);
  const asked = new Set(demands.flatMap(({ scopes }) => scopes));
  return {
    scopes: Object.fromEntries(
      SCOPES.filter((scope) => asked.has(scope)).map((scope) => [scope, takingOf(scope, callers)]),
    ),
    roles: demands.flatMap((demand) =>
      demand.roles.length > 0 ? [{ ...placeOf(demand), oneOf: demand.roles }] : [],
    ),
    nullableByRefusal: demands.flatMap((demand) => {
      const scopes = demand.scopes.filter((scope) =>
        callers.some((caller) => isRefusable(caller, { ...demand, scopes: [scope] })),
      );
      return scopes.length > 0 ? [{ ...placeOf(demand), scopes }] : [];
    }),
    domestic: demands.filter(({ isDomestic }) => isDomestic).map(placeOf),
    ofEachCategory: demands.filter(({ isOfEachCategory }) => isOfEachCategory).map(placeOf),
  };
}

/** Callers who can get what the operation begins with: nobody else has a reason to send it. */
function callersOf(
  graph: AccessGraph,
  { callers }: Audience,
  operation: RegisteredOperation,
): readonly AudienceCaller[] {
  const roots = selectedFields(graph.api, operation).filter(({ within }) => within === null);
  return callers.filter((caller) =>
    roots.every(({ type, field }) => accessOf(caller, graph.field(type, field)).length > 0),
  );
}

/** Whether the caller may lack what the field demands. */
function isRefusable(caller: AudienceCaller, demand: FieldDemand): boolean {
  return !implies(ALWAYS, accessOf(caller, accessTo({ ...demand, isDomestic: false })));
}

function placeOf({ path, coordinate }: FieldDemand): FieldPlace {
  return { path, coordinate };
}
