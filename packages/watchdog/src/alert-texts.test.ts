import { readFileSync, readdirSync } from 'node:fs'
import { createI18n, loadLocale, referencesOf } from '@abitly/text'
import { describe, expect, it } from 'vitest'
import { RUNBOOK, alertText, loadAlertTexts, recoveryText } from './alert-texts.ts'
import type { Condition, ConditionOf } from './condition.ts'

const LOCALES = new URL('../locales/', import.meta.url)
const SOURCES = new URL('./', import.meta.url)
const sources = readdirSync(SOURCES)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, SOURCES), 'utf8'))
const asked = sources.flatMap((source) => source.match(/(?<=\.text\(\s*')[^']+/g) ?? [])
const own = loadLocale([LOCALES], 'uk')
const keys = own.keys

describe('the texts of alerts', () => {
  it('are complete in both languages', () => {
    expect(() => createI18n(LOCALES)).not.toThrow()
  })

  it('are all used, and exist wherever the code asks for one', () => {
    const used = new Set([...asked, ...keys.flatMap((key) => referencesOf(own.bundle, key))])
    expect(asked.length).toBeGreaterThan(15)
    expect(keys.filter((key) => !used.has(key))).toEqual([])
    expect(asked.filter((key) => !keys.includes(key))).toEqual([])
  })

  it.each(['uk', 'en'] as const)('use typographic signs only: %s', (language) => {
    const { bundle, keys: all } = loadLocale([LOCALES], language)
    const text = JSON.stringify(all.map((key) => bundle.getMessage(key)?.value))
    expect(text.match(/.{0,20}(?:\p{L}'| - |\.\.\.|[\u00A0\u2060]).{0,20}/gu)).toBeNull()
  })

  it('name sections that the runbook has', () => {
    const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8')
    for (const section of Object.values(RUNBOOK)) expect(runbook).toContain(`\n## ${section}\n`)
  })
})

const i18n = loadAlertTexts()
const since = new Date('2026-07-24T00:12:40Z')
const now = new Date('2026-07-24T00:17:45Z')
const ended = new Date('2026-07-24T00:19:00Z')
const worker2: Condition = {
  ...{ kind: 'instance', id: 'instance:worker:worker-2', ageMs: 305_000, service: 'worker' },
  ...{ instance: 'worker-2', left: ['worker-1'], oldestMs: 1_400 },
}
const webhook: ConditionOf<'webhook'> = {
  ...{ kind: 'webhook', id: 'webhook', ageMs: 0, problem: 'errors' },
  ...{ pending: 22, host: 'bot.example.org', error: 'Wrong response: <503>' },
}
/** As people see it: non-breaking spaces look like others. */
const seen = (text: string): string =>
  text.replace(/[\u00A0\u2060]/g, (sign) => (sign === '\u00A0' ? ' ' : ''))
const uk = (condition: Condition): string => seen(alertText(i18n.uk, condition, { since, now }))
const ukEnd = (condition: Condition, gone = false): string =>
  seen(recoveryText(i18n.uk, condition, { since, ended, gone }))

describe('an alert', () => {
  it('says who is silent, since when, what it means and what to do', () => {
    expect(uk(worker2)).toBe(
      [
        '🔴 <b>worker-2 мовчить 5 хв 05 с</b> · востаннє 03:12:40',
        'Далі працює 1: worker-1.',
        'Найстарше повідомлення чекає 2 с.',
        '',
        'Що робити: runbook, розділ «A process is silent».',
      ].join('\n'),
    )
  })

  it('gives a date when it began on another day', () => {
    const yesterday = new Date('2026-07-22T23:00:00Z')
    expect(seen(alertText(i18n.en, worker2, { since: yesterday, now }))).toContain('23 July')
  })

  it('says the role of a process whose name does not', () => {
    expect(uk({ ...worker2, instance: '3f9c2a81d0b4' })).toContain('<b>worker 3f9c2a81d0b4 мовчить')
  })

  it('repeats what Telegram says without its markup', () => {
    expect(uk(webhook)).toContain('«Wrong response: &lt;503&gt;»')
    expect(uk(webhook)).toContain('У Telegram чекають 22 повідомлення.')
  })

  it('is short with the worst data, in every language', () => {
    const many = Array.from({ length: 500 }, (_, index) => 'x'.repeat(60) + String(index))
    const codes = many.slice(0, 3).map((code) => ({ code, count: 1_234_567 }))
    const worst: Condition[] = [
      { ...worker2, instance: 'y'.repeat(64), left: many },
      { ...webhook, error: '<'.repeat(5_000), host: 'h'.repeat(253) },
      { kind: 'dead-letters', id: 'dead-letters', ageMs: 0, count: 1_000_000, codes },
    ]
    for (const condition of worst) {
      expect(uk(condition).length).toBeLessThan(2_000)
      expect(alertText(i18n.en, condition, { since, now }).length).toBeLessThan(2_000)
    }
  })
})

describe('a recovery', () => {
  it('says what is well again and how long it was not', () => {
    expect(ukEnd(worker2)).toBe('🟢 <b>worker-2 знову працює</b>\nТривало 03:12:40–03:19:00 (6 хв 20 с).')
  })

  it('does not call well who is no more', () => {
    expect(ukEnd(worker2, true)).toContain('⚪️ <b>worker-2 більше не чекаємо:</b>')
  })
})

describe('every condition', () => {
  const problems = ['elsewhere', 'unset', 'errors', 'pending'] as const
  const all: Condition[] = [
    ...['ingress', 'worker', 'scheduler', 'other'].flatMap((service) =>
      [true, false].map((heard): Condition => ({
        kind: 'role',
        id: `role:${service}`,
        ageMs: 1,
        service,
        heard,
      })),
    ),
    worker2,
    { ...worker2, service: 'ingress', left: [] },
    ...problems.map((problem): Condition => ({ ...webhook, problem })),
    ...[0, 1, 2, 5, 11, 21, 22, 112].map((chats): Condition => ({
      kind: 'backlog',
      id: 'backlog',
      ageMs: 1,
      chats,
    })),
    { kind: 'dead-letters', id: 'dead-letters', ageMs: 0, count: 1, codes: [{ code: 'A', count: 1 }] },
  ]

  it.each(['uk', 'en'] as const)('can be told and ended in %s', (language) => {
    for (const condition of all) {
      const alert = seen(alertText(i18n[language], condition, { since, now }))
      expect(alert).toMatch(/^🔴 <b>[^]+<\/b>[^]+runbook/)
      expect(seen(recoveryText(i18n[language], condition, { since, ended, gone: false }))).toMatch(/^🟢 <b>/)
    }
  })
})
