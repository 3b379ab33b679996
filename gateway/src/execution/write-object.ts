/**
 * Writes objects of the answer by code generated for each selection and type: every key is a constant of it, and the
 * object one literal, where a loop over the fields would look each of them up anew for every object.
 */
import { isEnumType, isLeafType, isNonNullType } from 'graphql';
import type { GraphQLOutputType } from 'graphql';
import type { ClientField, ClientSelection } from './canonical.js';
import { compileComplete } from './complete.js';
import type { Complete, WriteObject } from './complete.js';
import { generate, keyCode } from './generate.js';
import { TYPE } from './result.js';
import { SPREADING, WITHHELD } from './writing.js';

/** What compiling a projection goes by. */
export interface ProjectionOptions {
  /** Whether objects of a type are records, which own the values below them. */
  readonly isRecord: (type: string) => boolean;
  /** A number for the next field that demands something. */
  readonly nextDemand: () => number;
}

/** Writes the objects of a selection; each type's code is generated when the first object of it is met. */
function compileSelection(selection: ClientSelection, options: ProjectionOptions): WriteObject {
  const byType = new Map<string, WriteObject>();
  const compiled = (type: string): WriteObject | undefined => {
    const fields = selection.fields.get(type);
    if (fields === undefined) return undefined;
    const write = compileType(type, fields, options);
    byType.set(type, write);
    return write;
  };
  return (object, writing, length, owner) => {
    const type = object[TYPE];
    const write = byType.get(type) ?? compiled(type);
    if (write !== undefined) return write(object, writing, length, owner);
    const isWithheld = options.isRecord(type) && writing.release.ownerOf(object) === null;
    return isWithheld ? WITHHELD : undefined;
  };
}

/** Compiles what a field's value is in the answer; a record that is withheld is null. */
export function compileField(
  { type, selection }: ClientField,
  options: ProjectionOptions,
): Complete {
  const complete = compileComplete(type, selection && compileSelection(selection, options));
  if (selection === null) return complete;
  return (value, writing, length, owner) => {
    const completed = complete(value, writing, length, owner);
    if (completed !== WITHHELD) return completed;
    return isNonNullType(type) ? writing.missing(type, length) : null;
  };
}

/** The number of a field that demands something; null for one that is free. */
export function demandOf(
  { demands, callerDemands }: ClientField,
  { nextDemand }: ProjectionOptions,
): number | null {
  return demands.length + callerDemands.length > 0 ? nextDemand() : null;
}

function compileType(
  type: string,
  fields: readonly ClientField[],
  options: ProjectionOptions,
): WriteObject {
  const values: Record<string, unknown> = { TYPE, SPREADING, WITHHELD };
  for (const [position, field] of fields.entries()) {
    values[`field${position}`] = field;
    values[`complete${position}`] = compileField(field, options);
  }
  return generate(
    values,
    `return (object, writing, length, outer) => {
      ${options.isRecord(type) ? OWNER_OF_RECORD : 'const owner = outer;'}
      ${fields.map((field, position) => fieldCode(field, position, options)).join('\n')}
      return { ${fields.map(({ responseKey }, at) => `${keyCode(responseKey)}: value${at}`).join(', ')} };
    };`,
  ) as WriteObject;
}

const OWNER_OF_RECORD = `const owner = writing.release.ownerOf(object);
      if (owner === null) return WITHHELD;`;

function fieldCode(field: ClientField, at: number, options: ProjectionOptions): string {
  if (field.key === null) return `const value${at} = object[TYPE];`;
  const enter = `writing.path[length] = ${JSON.stringify(field.responseKey)};`;
  const leaveIfSpreading = `if (value${at} === SPREADING) return SPREADING;`;
  const complete = `{
        ${enter}
        value${at} = complete${at}(value${at}, writing, length + 1, owner);
        ${leaveIfSpreading}
      }`;
  const read = `value${at} = object[${JSON.stringify(field.key)}];
      ${isText(field.type) ? `if (typeof value${at} !== "string") ` : ''}${complete}`;
  const demand = demandOf(field, options);
  if (demand === null) return `let ${read}`;
  return `let value${at};
      const refusal${at} = writing.refusal(${demand}, field${at}, owner, object[${JSON.stringify(field.key)}]);
      if (refusal${at} === null) {
        ${read}
      } else {
        ${enter}
        value${at} = writing.fail(refusal${at}, field${at}.type, length + 1);
        ${leaveIfSpreading}
      }`;
}

/** Whether every text is a value of the type, so that one that is met needs no more looking at. */
function isText(type: GraphQLOutputType): boolean {
  const named = isNonNullType(type) ? type.ofType : type;
  return isLeafType(named) && !isEnumType(named) && !TEXTLESS.has(named.name);
}

/** The built-in scalars of which no text is a value; of those of our own, any may be. */
const TEXTLESS: ReadonlySet<string> = new Set(['Int', 'Float', 'Boolean']);
