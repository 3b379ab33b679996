/** The teams that are registered in a folder: a folder each, with a manifest and what it names. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { GraphQLError, Kind, parse } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { ConsumerError, parseManifest } from './manifest.js';
import type { ConsumerManifest } from './manifest.js';

/** An operation that a team has registered. */
export interface RegisteredOperation {
  /** Its own name, which no other text has: `PatientRecord`. */
  readonly name: string;
  /** The absolute path of its text. */
  readonly path: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

/** A team, with the operations that it sends. */
export interface Consumer {
  readonly manifest: ConsumerManifest;
  readonly operations: readonly RegisteredOperation[];
  /** The absolute path of its folder. */
  readonly folder: string;
}

/**
 * The teams of a folder, by their names.
 *
 * @throws ConsumerError if a manifest is none, names what is not there, or leaves out what is, or if two texts have one
 *   name: clients tell operations apart by it
 */
export function readConsumers(folder: string): readonly Consumer[] {
  const teams = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const consumers = teams
    .map(({ name }) => name)
    .sort()
    .map((team) => consumerIn(resolve(folder, team), team));
  const byName = new Map<string, RegisteredOperation>();
  for (const operation of consumers.flatMap(({ operations }) => operations)) {
    const other = byName.get(operation.name);
    if (other !== undefined && other.path !== operation.path)
      throw new ConsumerError(
        `Expected one text for ${operation.name}, got ${relative(folder, other.path)} and ${relative(folder, operation.path)}`,
      );
    byName.set(operation.name, operation);
  }
  return consumers;
}

function consumerIn(folder: string, team: string): Consumer {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw new ConsumerError(`${team}: expected a manifest.json, got none`);
  const manifest = parseManifest(readFileSync(path, 'utf8'), team);
  const own = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const unnamed = own.filter((name) => !manifest.operations.includes(name));
  if (unnamed.length > 0)
    throw new ConsumerError(
      `${team}: expected manifest.json to name every operation of its folder, got no ${unnamed.join(' and ')}`,
    );
  return {
    manifest,
    operations: manifest.operations.map((name) => operationIn(join(folder, name), team)),
    folder,
  };
}

function operationIn(path: string, team: string): RegisteredOperation {
  if (!existsSync(path))
    throw new ConsumerError(`${team}: expected an operation at ${path}, got none`);
  const text = readFileSync(path, 'utf8');
  const document = parsed(text, path, team);
  const definitions = document.definitions.filter(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  );
  const [definition, ...others] = definitions;
  if (definition?.name === undefined || others.length > 0)
    throw new ConsumerError(`${team}: expected one operation with a name in ${path}`);
  return { name: definition.name.value, path, text, document, definition };
}

function parsed(text: string, path: string, team: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new ConsumerError(`${team}: ${path}: ${error.message}`);
  }
}
