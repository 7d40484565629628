import type { Campaign } from '@abitly/database'
import { describe, expect, it } from 'vitest'
import { campaign as sample } from '../testing/campaign.ts'
import { nextProgressStep, progressEveryMs } from './next-step.ts'

const NOW = new Date('2026-07-24T10:00:00Z')
const ago = (ms: number): Date => new Date(NOW.getTime() - ms)
const card = (ms: number): Campaign['card'] => ({ chatId: 1n, messageId: 2, done: 0, at: ago(ms) })
const pause = (reason: 'admin' | 'flood' | 'errors', ms: number): Campaign['pause'] => ({
  reason,
  by: null,
  at: ago(ms),
  until: null,
})
const over = { state: 'finished', startedAt: ago(60_000), finishedAt: ago(1) } as const

describe('what is done about the message that shows progress', () => {
  it.each<[string, Partial<Campaign>, unknown]>([
    ['a draft', { state: 'draft' }, { kind: 'none' }],
    ['a scheduled one', { state: 'scheduled', card: card(60_000) }, { kind: 'none' }],
    [
      'a scheduled one that was moved since',
      { state: 'scheduled', card: card(60_000), changedAt: ago(1) },
      { kind: 'edit' },
    ],
    ['running without a card', {}, { kind: 'none' }],
    [
      'paused for errors without a card',
      { state: 'paused', createdBy: 500n, pause: pause('errors', 1) },
      { kind: 'announce', ended: false },
    ],
    ['running, drawn long ago', { card: card(3_000) }, { kind: 'edit' }],
    ['planning, drawn long ago', { state: 'planning', card: card(3_000) }, { kind: 'edit' }],
    ['running, drawn a moment ago', { card: card(1_000) }, { kind: 'wait', ms: 2_000 }],
    ['running, of very many', { card: card(4_000), size: 100_001 }, { kind: 'wait', ms: 6_000 }],
    [
      'paused by an admin',
      { state: 'paused', card: card(9_000), pause: pause('admin', 1) },
      { kind: 'edit' },
    ],
    [
      'paused by Telegram since',
      { state: 'paused', card: card(100), pause: pause('flood', 1) },
      { kind: 'announce', ended: false },
    ],
    [
      'paused for errors since',
      { state: 'paused', card: card(100), pause: pause('errors', 1) },
      { kind: 'announce', ended: false },
    ],
    [
      'paused by the system, and told',
      { state: 'paused', card: card(4_000), pause: pause('errors', 4_000) },
      { kind: 'edit' },
    ],
    ['finished', { ...over, card: card(1) }, { kind: 'announce', ended: true }],
    ['finished and reported', { ...over, card: card(1), reportedAt: NOW }, { kind: 'none' }],
    ['finished without a card', { ...over, createdBy: 500n }, { kind: 'announce', ended: true }],
    ['finished, of the schedule', { ...over, createdBy: null }, { kind: 'log' }],
    ['cancelled, still settling', { state: 'cancelled', card: card(4_000) }, { kind: 'edit' }],
    [
      'cancelled and settled',
      { ...over, state: 'cancelled', card: card(1) },
      { kind: 'announce', ended: true },
    ],
    [
      'cancelled before it began',
      { state: 'cancelled', startedAt: null, finishedAt: NOW, card: card(1) },
      { kind: 'close' },
    ],
  ])('%s', (_name, change, step) => {
    expect(nextProgressStep(sample(change), NOW)).toEqual(step)
  })

  it('counts the rows of very many recipients less often', () => {
    expect(progressEveryMs(sample({ size: 100_000 }))).toBe(3_000)
    expect(progressEveryMs(sample({ size: 100_001 }))).toBe(10_000)
  })
})
