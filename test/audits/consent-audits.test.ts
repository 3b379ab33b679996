/** The audits themselves: their numbers are frozen, Causeway passes them, and gateways that are broken on purpose do not. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Child } from '../../start/src/child.js';
import { LONGEST_NIGHT, clearOfMidnight } from '../support/clear-of-midnight.js';
import { brokenSource } from './broken/break-source.js';
import { LABEL_DROPPED, NO_CHECK, NO_GATE } from './broken/faults.js';
import { CONSENT_AUDITS } from './consent-audits.js';
import { FROZEN_IDS } from './frozen-ids.js';
import { httpTarget } from './http-target.js';
import { openKit } from './kit.js';
import type { Kit } from './kit.js';
import { startOwnGateway } from './own-gateway.js';
import type { OwnGateway } from './own-gateway.js';
import { reportOf } from './report.js';
import { runAudits } from './run-audits.js';
import type { Audited, Means } from './run-audits.js';

const AUDITS = CONSENT_AUDITS.flatMap(({ audits }) => audits);

describe('the list of audits', () => {
  it('has ids of four hexadecimal digits, none of them twice', () => {
    const ids = AUDITS.map(({ id }) => id);
    expect(ids.filter((id) => !/^[0-9a-f]{4}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says each in one sentence, which begins with its level', () => {
    for (const { id, level, title } of AUDITS) {
      expect([id, title.startsWith(`${level} `), /[.!]$/.test(title)]).toEqual([id, true, false]);
    }
  });

  it('is as long as the documentation says', () => {
    const said = readFileSync(new URL('../../docs/conformance-audits.md', import.meta.url), 'utf8');
    const count = (of: string): number => AUDITS.filter(({ level }) => level === of).length;
    expect(said.replaceAll('\n', ' ')).toContain(
      `the audits ${count('MUST')} are a MUST and ${count('SHOULD')} a SHOULD`,
    );
  });

  it('keeps every id that was ever given', () => {
    const levels = Object.fromEntries(AUDITS.map(({ id, level }) => [id, level]));
    expect(levels).toEqual(FROZEN_IDS);
  });
});

let folder: string;
let kit: Kit;
const gateways = new Map<OwnGateway, Child>();

beforeAll(async () => {
  await clearOfMidnight();
  folder = mkdtempSync(join(tmpdir(), 'causeway-audits-'));
  kit = await openKit(folder, { port: 0, say: () => undefined });
}, 60_000 + LONGEST_NIGHT);

afterAll(async () => {
  await Promise.all([...gateways.values()].map((gateway) => gateway.end()));
  await kit.close();
  rmSync(folder, { recursive: true });
});

/** Holds one of our gateways against audits, all of them where none are named. */
async function audit(
  name: OwnGateway,
  ids: readonly string[] = AUDITS.map(({ id }) => id),
  changes: Partial<Means> = {},
): Promise<readonly Audited[]> {
  const gateway = gateways.get(name) ?? (await startOwnGateway(name, kit));
  gateways.set(name, gateway);
  const { credentials, witness } = kit;
  const target = httpTarget(gateway.url, credentials);
  const means: Means = { target, issuer: credentials.issuer, witness, ...changes };
  return runAudits(CONSENT_AUDITS, means, ({ id }) => ids.includes(id));
}

const failedIn = (audited: readonly Audited[]): readonly string[] =>
  audited.flatMap(({ audit: { id }, outcome }) => (outcome.kind === 'failed' ? [id] : []));

describe('Causeway', () => {
  it('passes every audit', async () => {
    const audited = await audit('causeway');
    expect(
      audited.flatMap(({ audit: { id }, outcome }) =>
        outcome.kind === 'passed' ? [] : [[id, outcome]],
      ),
    ).toEqual([]);
    expect(reportOf(audited)).toMatchObject({
      verdict: 'CONFORMS',
      must: { failed: 0, skipped: 0 },
    });
  }, 60_000);

  it('is told what was not held where neither subgraphs nor issuer are the auditor’s', async () => {
    const audited = await audit('causeway', ['a001', 'd006', '2001'], {
      issuer: null,
      witness: null,
    });
    expect(audited.map(({ audit: { id }, outcome }) => [id, outcome.kind])).toEqual([
      ['a001', 'passed'],
      ['d006', 'skipped'],
      ['2001', 'skipped'],
    ]);
    expect(reportOf(audited).verdict).toBe('CONFORMS_AS_FAR_AS_HELD');
  });
});

/** What each broken gateway is held against, and what it fails of it. */
const BROKEN: readonly (readonly [OwnGateway, readonly string[], readonly string[]])[] = [
  ['no-gate', ['2001', '2003', '2004', '2009'], ['a001', 'a002', 'a003', 'a004', 'a005', 'a00c']],
  ['no-check', ['3001', '3002'], ['a001', 'a003', 'a005', '2001', '2003', '3003']],
  [
    'label-dropped',
    ['a005', 'c001', 'c003', 'c005', 'c008', 'c00f', '2003'],
    ['a001', 'a003', 'a004', '2001', '3001'],
  ],
];

describe('a gateway that is broken on purpose:', () => {
  it('has faults whose place in the source is known', () => {
    for (const fault of [NO_GATE, NO_CHECK, LABEL_DROPPED])
      expect(brokenSource(fault)).toContain(fault.changes[0]?.by);
  });

  it.each(BROKEN)(
    '%s fails what it breaks, and that alone',
    async (name, fails, passes) => {
      const audited = await audit(name, [...fails, ...passes]);
      expect(audited).toHaveLength(fails.length + passes.length);
      expect([...failedIn(audited)].sort()).toEqual([...fails].sort());
      expect(reportOf(audited).verdict).toBe('FAILS');
    },
    60_000,
  );
});
