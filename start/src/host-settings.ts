import { HOST_KINDS } from '@causeway/gateway';
import type { HostKind } from '@causeway/gateway';

/** What the environment says of how the graph is served over HTTP. */
export interface HostSettings {
  /** What speaks GraphQL. */
  readonly kind: HostKind;
  /** The origins of pages that may read answers; undefined for the explorer's alone. */
  readonly origins: readonly string[] | undefined;
  /** Whether the pages for trying the graph out are served. */
  readonly hasExplorer: boolean;
}

/** The host that environment variables ask for; what cannot be followed is added to the problems. */
export function readHost(
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): HostSettings {
  return {
    kind: readKind(environment['CAUSEWAY_HOST'], problems),
    origins: readOrigins(environment['CAUSEWAY_ORIGINS'], problems),
    hasExplorer:
      readSwitch(environment['CAUSEWAY_EXPLORER'], problems) ??
      environment['NODE_ENV'] !== 'production',
  };
}

function readKind(text: string | undefined, problems: string[]): HostKind {
  const kind = HOST_KINDS.find((one) => one === text);
  if (text !== undefined && kind === undefined)
    problems.push(
      `CAUSEWAY_HOST: expected ${HOST_KINDS.join(' or ')}, got ${JSON.stringify(text)}`,
    );
  return kind ?? 'lean';
}

function readSwitch(text: string | undefined, problems: string[]): boolean | undefined {
  switch (text) {
    case undefined:
      return undefined;
    case 'on':
      return true;
    case 'off':
      return false;
    default:
      problems.push(`CAUSEWAY_EXPLORER: expected on or off, got ${JSON.stringify(text)}`);
      return undefined;
  }
}

function readOrigins(text: string | undefined, problems: string[]): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const origins = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  for (const origin of origins) {
    if (isOrigin(origin)) continue;
    problems.push(
      `CAUSEWAY_ORIGINS: expected origins such as https://app.example, with commas between them, got ${JSON.stringify(origin)}`,
    );
  }
  return origins;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}
