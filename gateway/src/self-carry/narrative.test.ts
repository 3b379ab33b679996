import { describe, expect, it } from '@jest/globals';
import { resourceOf } from './fhir-record.js';
import { narrativeOf, tableOf } from './narrative.js';

const SCRIPT = '<script>alert("x")</script> & more\u0000';
const ESCAPED = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more';

describe('a narrative', () => {
  it.each([
    ['words', narrativeOf(SCRIPT).div],
    ['the head of a table', tableOf([SCRIPT], []).div],
    ['a cell', tableOf(['Date'], [[SCRIPT]]).div],
    ['the words of a source', resourceOf(recordWith({ text: { div: SCRIPT } }), () => true).text],
    ['the name of a record', resourceOf(recordWith({ code: { text: SCRIPT } }), () => true).text],
  ])('escapes what comes from records: %s', (_what, shown) => {
    const text = JSON.stringify(shown);
    expect(text).toContain(JSON.stringify(ESCAPED).slice(1, -1));
    expect(text).not.toContain('<script');
    expect(text).not.toContain('\\u0000');
  });
});

function recordWith(elements: object) {
  return { __typename: 'Condition', id: 'c-1', versionId: '1', security: [], ...elements };
}
