import { describe, expect, it } from '@jest/globals';
import { html } from './html.js';
import type { Content } from './html.js';

describe('the template of HTML', () => {
  it.each<readonly [string, Content, string]>([
    ['text', 'Lotus & Bay', 'Lotus &amp; Bay'],
    ['markup', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['quotes', `" onfocus='x'`, '&quot; onfocus=&#39;x&#39;'],
    ['Chinese', '陳大文', '陳大文'],
    ['a number', 8, '8'],
    ['zero', 0, '0'],
    ['false', false, ''],
    ['null', null, ''],
    ['undefined', undefined, ''],
  ])('writes %s so that it stays what it is', (_what, content, written) => {
    expect(html`<p title="${content}">${content}</p>`.markup).toBe(
      `<p title="${written}">${written}</p>`,
    );
  });

  it('takes HTML as it is, and lists of anything', () => {
    const items = ['a<b', 'c'].map((text) => html`<i>${text}</i>`);
    expect(html`<b>${items}</b>${[[1, 'x&y'], false]}`.markup).toBe(
      '<b><i>a&lt;b</i><i>c</i></b>1x&amp;y',
    );
  });

  it('escapes what was escaped before, since it cannot know', () => {
    expect(html`${'&amp;'}`.markup).toBe('&amp;amp;');
  });
});
