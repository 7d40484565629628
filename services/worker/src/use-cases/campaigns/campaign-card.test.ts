import type { Campaign, DeliveryState } from '@abitly/database'
import { describe, expect, it } from 'vitest'
import { createI18n } from '@abitly/text'
import { campaign as campaignLike } from '../../campaigns/testing/campaign.ts'
import { campaignCard } from './campaign-card.ts'
import type { CardPlace } from './campaign-card.ts'
import type { CardFacts } from './card-facts.ts'

const { uk, en } = createI18n(new URL('../../../locales/', import.meta.url))
/** 14:03:21 in Kyiv. */
const NOW = new Date('2026-07-24T11:03:21Z')
const at = (time: string): Date => new Date(`2026-07-24T${time}Z`)
const plain = (text: string): string => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')

const NOBODY = { pending: 0, sending: 0, sent: 0, blocked: 0, failed: 0, unknown: 0, skipped: 0 }
const RUNNING = { ...NOBODY, sent: 402, blocked: 8, failed: 2, pending: 180, sending: 8 }
const ENDED = { ...NOBODY, sent: 585, blocked: 11, failed: 3, unknown: 1 }

function facts(
  change: Partial<Campaign>,
  tally: Partial<Record<DeliveryState, number>> = RUNNING,
  rest: Partial<CardFacts> = {},
): CardFacts {
  const campaign = campaignLike({ number: 42, createdBy: 500n, size: 600, ...change })
  return {
    campaign,
    tally: { ...NOBODY, ...tally },
    errors: [],
    ratePerSecond: null,
    expected: null,
    stop: null,
    names: new Map(),
    now: NOW,
    ...rest,
  }
}

const text = (shown: CardFacts, place?: CardPlace): string => plain(campaignCard(uk, shown, place).text)
const buttons = (shown: CardFacts, place?: CardPlace): string[] =>
  (campaignCard(uk, shown, place).keyboard ?? []).map((row) =>
    row.map((button) => plain(button.text)).join(' | '),
  )

describe('the card of a running campaign', () => {
  it('shows how far it is; the figures add up', () => {
    const running = facts({ state: 'running' }, RUNNING, { ratePerSecond: 28.2 })
    expect(text(running)).toBe(
      '📣 <b>Розсилка № 42</b> · іде\n\n' +
        '<code>▓▓▓▓▓▓▓▓░░░░</code> <b>68 %</b>\n\n' +
        '<pre>надіслано    402\n' +
        'заблокували    8\n' +
        'помилки        2\n' +
        'невідомо       0\n' +
        'чекають      188\n' +
        'разом        600</pre>\n\n' +
        '28 на секунду, лишилося ≈ 7 с · <i>14:03:21</i>',
    )
    expect(buttons(running)).toEqual(['Пауза | Скасувати…'])
  })

  it('has a seventh line once somebody is left out', () => {
    expect(text(facts({}, { ...RUNNING, skipped: 5 }))).toContain(
      '\nпропущено      5\nразом        605</pre>',
    )
  })

  it('tells no speed before there is one', () => {
    expect(text(facts({}))).toMatch(/<\/pre>\n\n<i>14:03:21<\/i>$/)
  })

  it('is never ahead of the truth', () => {
    expect(text(facts({}, { sent: 599, sending: 1 }))).toContain('▓▓▓▓▓▓▓▓▓▓▓░</code> <b>99 %</b>')
  })

  it('says that the emergency stop holds it', () => {
    const stopped = facts({}, RUNNING, { ratePerSecond: 28, stop: { by: 500n, at: at('11:00:05') } })
    expect(text(stopped)).toContain('🛑 <b>Розсилка № 42</b> · стоїть: аварійна зупинка')
    expect(text(stopped)).toContain('Зупинено: 500, 14:00:05. Відновити — /resumesending.')
    expect(text(stopped)).not.toContain('на секунду')
  })

  it('counts what is planned before it begins', () => {
    const planning = facts({ state: 'planning', size: 10_000 })
    expect(text(planning)).toBe(
      '📣 <b>Розсилка № 42</b> · складається список\n\nУ списку вже 10 000 отримувачів.',
    )
    expect(buttons(planning)).toEqual(['Скасувати…'])
  })
})

describe('the card of a paused campaign', () => {
  const pausedBy = (pause: Campaign['pause']): CardFacts => facts({ state: 'paused', pause })

  it('names who paused it, and when', () => {
    const paused = pausedBy({ reason: 'admin', by: 500n, at: at('11:03:10'), until: null })
    expect(text(paused)).toBe(
      '⏸ <b>Розсилка № 42</b> · пауза: 500, 14:03:10\n\n' +
        'Надіслано 402 · заблокували 8 · помилки 2 · невідомо 0 · чекають 188 · разом 600. Нічого не втрачено.',
    )
    expect(buttons(paused)).toEqual(['Продовжити | Скасувати…'])
  })

  it('says how long Telegram wants it to wait', () => {
    const paused = pausedBy({ reason: 'flood', by: null, at: at('11:03:22'), until: at('11:09:02') })
    expect(text(paused)).toContain('пауза до 14:09:02: Telegram просить зачекати (429, 5 хв 40 с)')
  })

  it('shows the errors that stopped it', () => {
    const pause = { reason: 'errors' as const, by: null, at: at('11:03:10'), until: null }
    const errors = [{ error: 'Bad Request: <b> & co', count: 1200 }]
    const paused = facts({ state: 'paused', pause }, RUNNING, { errors })
    expect(text(paused)).toContain('пауза з 14:03:10: забагато помилок')
    expect(text(paused)).toContain('Помилки: «Bad Request: &lt;b&gt; &amp; co» × 1 200.')
  })
})

describe('the card of a campaign that is over', () => {
  const finished = { state: 'finished' as const, startedAt: at('11:09:07'), finishedAt: at('11:09:31') }

  it('adds up what became of everybody', () => {
    const errors = [{ error: 'chat not found', count: 3 }]
    const over = facts(finished, ENDED, { errors })
    expect(text(over)).toBe(
      '✅ <b>Розсилка № 42</b> · завершено о 14:09:31, за 24 с\n\n' +
        '600 = 585 надіслано + 11 заблокували + 3 помилки + 1 невідомо\n\n' +
        'Помилки: «chat not found» × 3.\n\n' +
        'Невідомо 1: не повторюємо (правило розсилки).',
    )
    expect(buttons(over)).toEqual(['Звіт CSV', 'Повторити невідомі (1)', '‹ Розсилки'])
  })

  it('leaves out what is nought, and the plurals are right', () => {
    expect(text(facts(finished, { sent: 5 }))).toContain('\n\n5 = 5 надіслано')
    const few = facts(finished, { sent: 0, blocked: 1, failed: 5, skipped: 2 })
    expect(text(few)).toContain('8 = 0 надіслано + 1 заблокував + 5 помилок + 2 пропущено')
    expect(buttons(few)).toEqual(['Звіт CSV', '‹ Розсилки'])
  })

  it('has nothing to report when there was nobody', () => {
    const nobody = facts({ ...finished, size: 0 }, {})
    expect(text(nobody)).toContain('Отримувачів не знайшлося: нікому нічого не надіслано.')
    expect(buttons(nobody)).toEqual(['‹ Розсилки'])
  })

  it('names who cancelled it, and what its last sends come to', () => {
    const change = {
      ...{ state: 'cancelled' as const, changedBy: 500n, changedAt: at('11:03:10') },
      finishedAt: at('11:03:20'),
    }
    const cancelled = facts(change, { sent: 405, skipped: 195 })
    expect(text(cancelled)).toBe(
      '✖️ <b>Розсилка № 42</b> · скасовано: 500, 14:03:10\n\n' + '600 = 405 надіслано + 195 пропущено',
    )
    expect(buttons(cancelled)).toEqual(['Звіт CSV', '‹ Розсилки'])
  })
})

describe('the card of a campaign that is being cancelled', () => {
  it('says what is still in flight', () => {
    const cancelled = facts({ state: 'cancelled' }, { sent: 402, sending: 3, skipped: 195 })
    expect(text(cancelled)).toContain('600 = 402 надіслано + 195 пропущено + 3 чекають')
    expect(buttons(cancelled)).toEqual(['Звіт CSV'])
  })
})

describe('the card of a scheduled campaign', () => {
  it('says when, to how many, and what can be done until then', () => {
    const startsAt = new Date('2026-07-25T20:30:00Z')
    const scheduled = facts({ state: 'scheduled', startsAt }, {}, { expected: 601 })
    expect(text(scheduled)).toBe(
      '🗓 <b>Розсилка № 42</b> · початок 25 липня, 23:30\n\n' +
        'Зараз це 601 отримувач; остаточний список складеться на початку.\n\n' +
        'Тихі години 22:00–08:00: прийде без звуку.',
    )
    expect(buttons(scheduled)).toEqual(['Надіслати 601 зараз', 'Інший час | Скасувати…', '‹ Розсилки'])
  })
})

describe('an opened card', () => {
  it('says who made the campaign, and is refreshed by hand', () => {
    const opened = facts({ state: 'running', createdAt: at('09:00:00') })
    expect(text(opened, 'opened')).toContain('<i>Створено: 500, 12:00:00</i>')
    expect(buttons(opened, 'opened')).toEqual(['Пауза | Скасувати…', 'Оновити | ‹ Розсилки'])
  })

  it.each([
    ['open-day-update', 'Оновлення відкритих дверей № 42', 'Open-day update No. 42'],
    ['reminder', 'Нагадування № 42', 'Reminders No. 42'],
    ['broadcast', 'Розсилка № 42', 'Broadcast No. 42'],
  ] as const)('names what kind it is: %s', (kind, inUkrainian, inEnglish) => {
    expect(text(facts({ kind }))).toContain(`<b>${inUkrainian}</b>`)
    expect(plain(campaignCard(en, facts({ kind })).text)).toContain(`<b>${inEnglish}</b>`)
  })
})
