/**
 * `npm run --silent explain -- --persona NAME --operation FILE`: what an operation takes, and what would be released,
 * withheld or refused, without a server. Nothing is changed, and nothing is put on record.
 */
import './require-node-24.js';
import { SUPPOSABLE } from '@causeway/gateway/explain';
import { CLINICAL_SCOPES, earliestInstant, languageOf } from '@causeway/schema';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { textOf, variablesOf } from './asked-operation.js';
import { openDataFolder } from './data-folder.js';
import { openDevelopmentIssuer } from './dev-issuer.js';
import { explainOperation } from './explain/explain-operation.js';
import { printExplanation } from './explain/print-explanation.js';
import { openWatchedGraph } from './explain/watched-graph.js';
import { StartError, runProgram } from './program.js';
import { seedOnFirstUse } from './seed.js';
import { readSettings } from './settings.js';
import { claimsFor } from './whose-token.js';

const FORMATS = ['text', 'json'] as const;

interface Options {
  readonly persona: string;
  readonly operation: string;
  readonly variables: string;
  readonly purpose?: string;
  readonly at?: string;
  readonly language: string;
  readonly supposing?: string;
  readonly format: (typeof FORMATS)[number];
}

const supposed = z.strictObject({
  kind: z.enum(SUPPOSABLE),
  organization: z.string().optional(),
  scopes: z.array(z.enum(CLINICAL_SCOPES)).optional(),
});

await runProgram(async () => {
  const options = new Command('npm run --silent explain --')
    .description('Explains what an operation would come to. `npm run personas` lists the names.')
    .requiredOption('--persona <name>', 'who asks: a persona, or patient:ID for any patient')
    .requiredOption('--operation <operation>', 'an operation, or a file with one')
    .option('--variables <json>', 'the variables of the operation', '{}')
    .option(
      '--purpose <code>',
      'the purpose of use; the first that the persona may state if absent',
    )
    .option('--at <instant>', 'as things stood then (a FHIR date or instant); now if left out')
    .option('--language <tag>', 'the language of what is told', 'en')
    .option(
      '--supposing <json>',
      'a consent to suppose: {"kind": "SHARING", "organization": "…", "scopes": ["LAB_REPORT"]}',
    )
    .addOption(
      new Option('--format <format>', 'how to print it').choices(FORMATS).default('text' as const),
    )
    .parse()
    .opts<Options>();
  const settings = readSettings(process.env);
  const folder = openDataFolder(settings.data);
  await seedOnFirstUse(folder, { clock: Date.now, say: console.error });
  const at = options.at === undefined ? null : instantOf(options.at);
  const now = at ?? Date.now();
  const issuer = await openDevelopmentIssuer(folder, settings);
  // A patient whom nobody knows is told so by the decision.
  const claims = await claimsFor(options.persona, () => Promise.resolve(true));
  const [purpose = ''] = claims.purpose_of_use;
  const graph = await openWatchedGraph(folder, settings, { now, at });
  try {
    const explanation = await explainOperation(
      graph,
      {
        text: textOf(options.operation),
        variables: variablesOf(options.variables),
        token: await issuer.issue(claims, now),
        purpose: options.purpose ?? purpose,
        language: languageOf(options.language) ?? 'en',
        supposing: options.supposing === undefined ? null : supposedIn(options.supposing),
      },
      now,
    );
    console.log(
      options.format === 'json'
        ? JSON.stringify(explanation, null, 2)
        : printExplanation(explanation),
    );
  } finally {
    graph.close();
  }
});

function instantOf(text: string): number {
  const instant = earliestInstant(text);
  if (instant !== null) return instant;
  throw new StartError(
    `--at: expected a date such as 2026-06-01, or an instant; got ${JSON.stringify(text)}`,
  );
}

function supposedIn(text: string): z.infer<typeof supposed> {
  const read = supposed.safeParse(variablesOf(text, '--supposing'));
  if (read.success) return read.data;
  throw new StartError(
    `--supposing: expected a consent such as {"kind": "SHARING"}, got ${text}\n${z.prettifyError(read.error)}`,
  );
}
