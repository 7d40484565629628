import type { ScheduleRun } from '@abitly/database'
import { createI18n } from '@abitly/text'
import { describe, expect, it } from 'vitest'
import { checkLimits } from '../../bot/testing/check-limits.ts'
import { sendView } from '../../bot/view-reply.ts'
import { WELL } from '../../bot/testing/test-chat.ts'
import { healthView } from './health-view.ts'
import type { HealthFacts } from './health-view.ts'

const { uk, en } = createI18n(new URL('../../../locales/', import.meta.url))
const NOW = new Date('2026-07-24T11:03:21Z')
const RUN: ScheduleRun = {
  ...{ task: 'open-day-reminders', slot: new Date('2026-07-24T04:00:00Z'), state: 'done', origin: 'clock' },
  ...{
    leader: 'host-1',
    createdAt: NOW,
    startedAt: NOW,
    finishedAt: NOW,
    attempts: 1,
    counts: null,
    error: null,
  },
}
const TALLY = { pending: 0, sending: 0, sent: 309, blocked: 3, failed: 0, unknown: 0, skipped: 0 }
const REMINDERS = {
  name: 'open-day-reminders',
  next: new Date('2026-07-25T04:00:00Z'),
  run: RUN,
  tally: TALLY,
}
const FACTS: HealthFacts = { platform: WELL, tasks: [REMINDERS], webhook: 0, deadLetters: 0, now: NOW }
const plain = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')

describe('the state of the platform', () => {
  it('is one glance when all is well', () => {
    expect(plain(healthView(uk, FACTS).text)).toBe(
      [
        '🩺 <b>Стан: усе гаразд</b> · 14:03:21\n',
        '<pre>ingress   1/1\nworker    2/2\nscheduler 2/2</pre>\n',
        'Черга порожня · лідер <code>host-1</code>',
        'PostgreSQL 3 мс · Redis 1 мс, AOF',
        'Вебхук: черга 0 · необроблених 0\n',
        '<blockquote expandable><code>open-day-reminders</code>: далі 25 липня, 07:00 · ✓ 24 липня, 07:00: ' +
          '312 = 309 надіслано + 3 заблокували</blockquote>',
      ].join('\n'),
    )
  })

  it('names what is wrong, since when, and what it does to people', () => {
    const since = new Date('2026-07-24T10:57:00Z')
    const alerts = [
      { id: 'instance:worker:worker-2', since },
      { id: 'backlog', since },
    ]
    const platform = { ...WELL, alerts, leader: null, waitingChats: 21, oldestMs: 65_000, persistent: false }
    const text = plain(healthView(uk, { ...FACTS, platform, webhook: null, tasks: [] }).text)
    expect(text).toMatch(/^🔴 <b>Стан: 2 проблеми<\/b>/)
    expect(text).toContain('• <code>instance:worker:worker-2</code> · від 13:57:00')
    expect(text).toContain('Чекають 21 чат, найстарше 1 хв 05 с · лідера немає')
    expect(text).toContain('<b>без AOF</b>')
  })

  it.each([
    ['missed', 'missed', '<b>missed</b> 24 July, 07:00'],
    ['failed', 'failed', '<b>failed</b> 24 July, 07:00'],
    ['never ran', null, 'never ran'],
  ] as const)('tells of a task that %s', (_name, state, words) => {
    const run = state === null ? null : { ...RUN, state }
    const { text } = healthView(en, { ...FACTS, tasks: [{ ...REMINDERS, run, tally: null }] })
    expect(plain(text)).toContain(words)
  })

  it('fits into a message however much is wrong', () => {
    const alerts = Array.from({ length: 12 }, (_, n) => ({
      id: `instance:worker:${'<&>'.repeat(20)}${n}`,
      since: NOW,
    }))
    const tasks = Array.from({ length: 12 }, () => ({ ...REMINDERS, name: 'a-task-with-quite-a-long-name' }))
    for (const tr of [uk, en])
      checkLimits(sendView(1, healthView(tr, { ...FACTS, platform: { ...WELL, alerts }, tasks })))
  })
})
