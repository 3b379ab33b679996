import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { API_PATH, CONSUMERS_PATH } from '@causeway/schema/compose-files';
import type { GeneratedFile } from '@causeway/schema/compose-files';
import { readConsumers } from '@causeway/schema/consumers';
import { buildSchema, parse } from 'graphql';
import { OPERATIONS, clientPath } from './paths.js';

/** What each scalar is in TypeScript: dates travel as the texts they are, so that none loses its precision. */
const SCALARS = { Date: 'string', DateTime: 'string', FhirBundle: 'unknown', ID: 'string' };

const CONFIG = {
  useTypeImports: true,
  enumsAsTypes: true,
  immutableTypes: true,
  strictScalars: true,
  scalars: SCALARS,
};

const FILES: Readonly<Record<string, string>> = {
  'graphql.ts': 'src/generated/operations.ts',
  'persisted-documents.json': 'trusted-documents.json',
};

/**
 * The operations of `schema/operations` and of teams as typed documents, and by the SHA-256 of their texts as trusted documents.
 *
 * @throws Error if an operation is not valid against the schema
 */
export async function typedOperations(): Promise<readonly GeneratedFile[]> {
  const sdl = readFileSync(API_PATH, 'utf8');
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir: 'client/',
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: operations(),
    config: CONFIG,
    presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
    plugins: [],
    pluginMap: {},
  });
  const files: GeneratedFile[] = [];
  for (const output of outputs) {
    const path = FILES[basename(output.filename)];
    if (path === undefined) continue;
    files.push({ path: clientPath(path), text: withoutOrders(await codegen(output)) });
  }
  return files;
}

function operations() {
  const examples = readdirSync(OPERATIONS).map((name) => join(OPERATIONS, name));
  const registered = readConsumers(CONSUMERS_PATH).flatMap((consumer) =>
    consumer.operations.map(({ path }) => path),
  );
  return [...new Set([...examples.sort(), ...registered])].map((location) => {
    const rawSDL = readFileSync(location, 'utf8');
    return { location, rawSDL, document: parse(rawSDL) };
  });
}

/** Without the generator's orders to linters: what is generated is not linted here at all. */
function withoutOrders(text: string): string {
  return text.replace(/^\/\* eslint-disable \*\/\n/, '').trimEnd() + '\n';
}
