import { describe, expect, it } from 'vitest'
import { displayName, escapeHtml, letterCount, plainName } from './names.ts'

describe('escapeHtml', () => {
  it('escapes what Telegram reads as markup, once', () => {
    expect(escapeHtml('<b>R&D</b> "x"')).toBe('&lt;b&gt;R&amp;D&lt;/b&gt; "x"')
  })
})

describe('displayName', () => {
  it.each([
    ['Інформатика', 'Інформатика'],
    ['  Комп’ютерні\n науки ', 'Комп’ютерні науки'],
    ["Комп'ютерні науки", 'Комп’ютерні науки'],
    ['Зв`язок, звʼязок', 'Зв’язок, зв’язок'],
    ["'UI'", "'UI'"],
    ['<b>&', '&lt;b&gt;&amp;'],
    ['🚀 Космос', '🚀 Космос'],
    ['אוניברסיטה', '\u2068אוניברסיטה\u2069'],
    ['جامعة <b>', '\u2068جامعة &lt;b&gt;\u2069'],
    ['', ''],
    ['дуже '.repeat(60), `${'дуже '.repeat(40).slice(0, 199)}…`],
  ])('shows %j', (name, shown) => {
    expect(displayName(name)).toBe(shown)
  })
})

describe('plainName', () => {
  it.each([
    ['R&D <3', 30, 'R&D <3'],
    ['Інформатика', 30, 'Інформатика'],
    ['Інформатика', 11, 'Інформатика'],
    ['Інформатика', 6, 'Інфор…'],
    ['Системи і методи', 10, 'Системи і…'],
    ['👩‍🚀👩‍🚀👩‍🚀', 2, '👩‍🚀…'],
    ['אוניברסיטה', 4, '\u2068אונ…\u2069'],
    ['Інформатика', 0, '…'],
  ])('cuts %j to %i letters', (text, length, shown) => {
    expect(plainName(text, length)).toBe(shown)
  })
})

describe('letterCount', () => {
  it.each([
    ['ЛНУ', 3],
    ['👨‍👩‍👧‍👦', 1],
    ['', 0],
  ])('counts %j as people do', (text, count) => {
    expect(letterCount(text)).toBe(count)
  })
})
