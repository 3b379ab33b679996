/** The files in which registered operations are published: what the gateway serves, and what clients are built with. */
import { OperationTypeNode, parse, Kind } from 'graphql';
import type { Consumer } from '@causeway/schema/consumers';
import { StartError } from '../program.js';

/** A file of the publication. */
export interface PublishedFile {
  readonly name: string;
  readonly text: string;
}

/** An operation as Apollo's manifests have it. */
interface ManifestOperation {
  /** SHA-256 of the body, in hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly type: `${OperationTypeNode}`;
  readonly body: string;
}

/**
 * The registered operations, in the two forms that are in use: Apollo's manifest, and texts by `sha256:` and hash.
 *
 * @param texts every text that the typed client has, by its id
 * @throws StartError if a registered operation is not among them
 */
export function publication(
  consumers: readonly Consumer[],
  texts: Readonly<Record<string, string>>,
): readonly PublishedFile[] {
  const known = new Map(Object.entries(texts).map(([id, body]) => operationOf(id, body)));
  const registered = consumers.flatMap(({ operations }) => operations.map(({ name }) => name));
  const operations = [...new Set(registered)].sort().map((name) => {
    const operation = known.get(name);
    if (operation === undefined)
      throw new StartError(
        `Expected ${name} among the documents of the client; run \`npm run client:generate\``,
      );
    return operation;
  });
  return [
    {
      name: 'persisted-query-manifest.json',
      text: json({ format: 'apollo-persisted-query-manifest', version: 1, operations }),
    },
    {
      name: 'trusted-documents.json',
      text: json(Object.fromEntries(operations.map(({ id, body }) => [`sha256:${id}`, body]))),
    },
  ];
}

function operationOf(id: string, body: string): readonly [string, ManifestOperation] {
  const definition = parse(body).definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  );
  const name = definition?.name?.value ?? '';
  const type = definition?.operation ?? OperationTypeNode.QUERY;
  return [name, { id: id.replace(/^sha256:/, ''), name, type, body }];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
