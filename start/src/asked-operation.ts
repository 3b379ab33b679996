import { existsSync, readFileSync } from 'node:fs';
import { StartError } from './program.js';

/** The text of an operation that a command line gives, or that the file it names holds. */
export function textOf(operation: string): string {
  return existsSync(operation) ? readFileSync(operation, 'utf8') : operation;
}

/**
 * The JSON object that an option of a command line gives.
 *
 * @throws StartError for what is none
 */
export function variablesOf(text: string, option = '--variables'): Record<string, unknown> {
  const wrong = new StartError(`${option}: expected JSON such as '{"id": "…"}', got ${text}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong;
  return value as Record<string, unknown>;
}
