/**
 * `npm run conformance -- --url URL`: holds a gateway that serves the published supergraph against the consent audits.
 * Ends with 1 if a MUST fails; without an address, it audits this project's own gateway.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDataFolder } from '../../start/src/data-folder.js';
import { explain } from '../../start/src/program.js';
import { readSettings } from '../../start/src/settings.js';
import { CONSENT_AUDITS } from './consent-audits.js';
import { credentialsFrom, credentialsIn } from './credentials.js';
import { httpTarget } from './http-target.js';
import { openKit, prepareKit } from './kit.js';
import type { Kit } from './kit.js';
import { OptionsError, readOptions } from './options.js';
import type { AuditOptions } from './options.js';
import { startOwnGateway } from './own-gateway.js';
import { printReport, reportOf } from './report.js';
import { runAudits } from './run-audits.js';
import type { Means } from './run-audits.js';
import { TargetError } from './target.js';
import type { Target } from './target.js';

try {
  const options = readOptions(process.argv.slice(2));
  process.exitCode = options.isPreparing ? await prepare(options) : await audit(options);
} catch (error) {
  const isKnown = error instanceof TargetError || error instanceof OptionsError;
  console.error(isKnown ? error.message : explain(error));
  process.exitCode = 1;
}

async function prepare({ kit, port }: AuditOptions): Promise<number> {
  if (kit === null) return 1;
  await prepareKit(kit, { port, say });
  say(`What the gateway has to be told stands in ${join(kit, 'target.json')}`);
  return 0;
}

async function audit(options: AuditOptions): Promise<number> {
  const { only, format } = options;
  const audited = await withMeans(options, (means) =>
    runAudits(
      CONSENT_AUDITS,
      means,
      ({ id }) => only.length === 0 || only.some((start) => id.startsWith(start)),
    ),
  );
  const report = reportOf(audited);
  console.log(format === 'json' ? JSON.stringify(report, null, 2) : printReport(report));
  return report.verdict === 'FAILS' ? 1 : 0;
}

async function withMeans<Result>(
  options: AuditOptions,
  work: (means: Means) => Promise<Result>,
): Promise<Result> {
  const { url, kit } = options;
  if (url === null) return withOwnGateway(options, work);
  if (kit === null) return work(await meansAt(url, options, null));
  return withKit(kit, options, async (opened) => work(await meansAt(url, options, opened)));
}

/** What there is to audit a gateway with that somebody else started. */
async function meansAt(url: string, options: AuditOptions, kit: Kit | null): Promise<Means> {
  const { tokens, wait } = options;
  const credentials =
    tokens !== null
      ? credentialsFrom(tokens)
      : (kit?.credentials ?? (await credentialsIn(openDataFolder(readSettings(process.env).data))));
  const target = httpTarget(url, credentials);
  await untilAnswered(target, wait);
  return { target, issuer: credentials.issuer, witness: kit?.witness ?? null };
}

/** Works with a gateway of this project, over a kit that is made for it, or over that of a folder. */
async function withOwnGateway<Result>(
  { kit: folder, gateway: name }: AuditOptions,
  work: (means: Means) => Promise<Result>,
): Promise<Result> {
  const path = folder ?? mkdtempSync(join(tmpdir(), 'causeway-conformance-'));
  try {
    return await withKit(path, { port: 0 }, async (kit) => {
      const gateway = await startOwnGateway(name, kit);
      try {
        const { credentials, witness } = kit;
        const target = httpTarget(gateway.url, credentials);
        return await work({ target, issuer: credentials.issuer, witness });
      } finally {
        await gateway.end();
      }
    });
  } finally {
    if (folder === null) rmSync(path, { recursive: true });
  }
}

async function withKit<Result>(
  path: string,
  { port }: Pick<AuditOptions, 'port'>,
  work: (kit: Kit) => Promise<Result>,
): Promise<Result> {
  const kit = await openKit(path, { port, say });
  try {
    return await work(kit);
  } finally {
    await kit.close();
  }
}

/** A gateway may start only once its subgraphs are there. */
async function untilAnswered(target: Target, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; ;) {
    try {
      await target.ask(null, '{ __typename }');
      return;
    } catch (error) {
      if (!(error instanceof TargetError) || Date.now() > end) throw error;
      await sleep(500);
    }
  }
}

function say(line: string): void {
  console.error(line);
}
