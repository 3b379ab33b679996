/** The comparison of access notices each kind of label that is taken out of the graph, and tells whom that widens. */
import { describe, expect, it } from '@jest/globals';
import { AUDIENCES } from '@causeway/schema';
import { accessGraphOf, compareVersions } from '@causeway/schema/access-diff';
import type { GraphVersion } from '@causeway/schema/access-diff';
import { composeUnchecked } from '@causeway/schema/compose';
import { committedSubgraphs } from '@causeway/schema/compose-files';

const SUBGRAPHS = committedSubgraphs();

/** The committed graph, with one text replaced by another wherever it stands. */
function version(text = '', by = ''): GraphVersion {
  const subgraphs = SUBGRAPHS.map((each) => ({
    ...each,
    sdl: text === '' ? each.sdl : each.sdl.replaceAll(text, by),
  }));
  if (text !== '') expect(subgraphs).not.toEqual(SUBGRAPHS);
  const graph = accessGraphOf(composeUnchecked(subgraphs));
  return { graph, audiences: AUDIENCES, approvals: [], changelog: '', consumers: [] };
}

const COMMITTED = version();

/** The widenings that nobody approved, as `coordinate audience`. */
async function widenings(text: string, by: string): Promise<readonly string[]> {
  const { unapproved } = await compareVersions(COMMITTED, version(text, by));
  return unapproved.map(({ coordinate, audience }) => `${coordinate} ${audience}`);
}

const ABROAD = 'cross-border-professional';
const HOME = 'domestic-professional';

describe('the comparison of access, of the committed graph', () => {
  it('says nothing of the graph and itself', async () => {
    const { access, shape } = await compareVersions(COMMITTED, COMMITTED);
    expect([access, shape]).toEqual([[], []]);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      'a field that is domestic no more',
      'hkid: String @domestic',
      'hkid: String',
      [`Patient.hkid ${ABROAD}`],
    ],
    [
      'every domestic label',
      ' @domestic\n',
      '\n',
      [`Patient.address ${ABROAD}`, `Observation.note ${ABROAD}`, `Patient.telecom ${ABROAD}`],
    ],
    [
      'a scope of a list',
      '@consent(scope: "LAB_REPORT")',
      '',
      [`Patient.laboratoryReports ${HOME}`, `Patient.laboratoryReports ${ABROAD}`],
    ],
    ['the look-back', 'date: "clinicalDate"', '', [`Condition ${ABROAD}`]],
    [
      'confidentiality',
      'security: "security { system code }"',
      '',
      [`Condition ${HOME}`, `Condition ${ABROAD}`],
    ],
    ['the party to a record', 'party: "grantee { id }"', '', [`Consent ${HOME}`]],
    [
      'the roles of offices',
      '@requiresScopes(scopes: [["office:auditor"], ["office:commissioner"]])',
      '',
      ['Query.auditEvents patient'],
    ],
    [
      'the composition of a directive',
      '@composeDirective(name: "@domestic")',
      '',
      [`Patient.hkid ${ABROAD}`],
    ],
  ])('notices the loss of %s', async (_, text, by, expected) => {
    expect(await widenings(text, by)).toEqual(expect.arrayContaining([...expected]));
  });
});
