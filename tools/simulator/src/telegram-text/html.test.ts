import { describe, expect, it } from 'vitest'
import type { Entity } from '../store/model.ts'
import { parseHtml } from './html.ts'

const entity = (type: string, offset: number, length: number, extra: Partial<Entity> = {}): Entity => ({
  type,
  offset,
  length,
  ...extra,
})

describe('parseHtml', () => {
  it.each<[string, string, Entity[]]>([
    ['plain', 'plain', []],
    ['<b>жир</b>ний', 'жирний', [entity('bold', 0, 3)]],
    ['<STRONG>x</strong>', 'x', [entity('bold', 0, 1)]],
    ['<i>a</i><em>b</em>', 'ab', [entity('italic', 0, 1), entity('italic', 1, 1)]],
    ['<u>a</u> <ins>b</ins>', 'a b', [entity('underline', 0, 1), entity('underline', 2, 1)]],
    ['<s>a</s><strike>b</strike><del>c</del>', 'abc', [0, 1, 2].map((at) => entity('strikethrough', at, 1))],
    ['<tg-spoiler>x</tg-spoiler>', 'x', [entity('spoiler', 0, 1)]],
    ['<span class="tg-spoiler">x</span>', 'x', [entity('spoiler', 0, 1)]],
    [
      '<a href="https://abit.ua/a?b=1&amp;c=2">тут</a>',
      'тут',
      [entity('text_link', 0, 3, { url: 'https://abit.ua/a?b=1&c=2' })],
    ],
    ["<a href='abit.ua'>x</a>", 'x', [entity('text_link', 0, 1, { url: 'http://abit.ua/' })]],
    ['<a>abit.ua</a>', 'abit.ua', [entity('text_link', 0, 7, { url: 'http://abit.ua/' })]],
    ['<a href="no host">x</a>', 'x', []],
    ['<a href="tg://user?id=77">x</a>', 'x', [entity('text_mention', 0, 1, { user: { id: 77 } })]],
    ['<code>x &lt; y</code>', 'x < y', [entity('code', 0, 5)]],
    ['<code class="language-ts">x</code>', 'x', [entity('code', 0, 1)]],
    ['<pre>x</pre>', 'x', [entity('pre', 0, 1)]],
    ['<pre><code class="language-ts">x</code></pre>', 'x', [entity('pre', 0, 1, { language: 'ts' })]],
    ['<blockquote>x</blockquote>', 'x', [entity('blockquote', 0, 1)]],
    ['<blockquote expandable>x</blockquote>', 'x', [entity('expandable_blockquote', 0, 1)]],
    ['<blockquote expandable="">x</blockquote>', 'x', [entity('expandable_blockquote', 0, 1)]],
    ['<b></b>x', 'x', []],
    ['<b>🎓</b>x', '🎓x', [entity('bold', 0, 2)]],
    ['&lt;b&gt; &amp;amp; &quot; &#1071; &#x42f; &#128640;', '<b> &amp; " Я Я 🚀', []],
    ['a & b &nbsp; &lt', 'a & b &nbsp; <', []],
    ['<b>a</>', 'a', [entity('bold', 0, 1)]],
    [
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
      '👍',
      [entity('custom_emoji', 0, 2, { custom_emoji_id: '5368324170671202286' })],
    ],
  ])('parses %s', (source, text, entities) => {
    expect(parseHtml(source)).toEqual({ text, entities })
  })

  it.each([
    ['a <x>b</x>', 'Unsupported start tag "x" at byte offset 2'],
    ['ї <br/>', 'Unsupported start tag "br/" at byte offset 3'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['1 < 2 > 1', 'Unsupported start tag "" at byte offset 2'],
    ['<b>x', `Can't find end tag corresponding to start tag "b"`],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href=a_b>x</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="x">👍</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('refuses %s', (source, message) => {
    expect(() => parseHtml(source)).toThrow(message)
  })
})
