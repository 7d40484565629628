import { describe, expect, it } from 'vitest'
import type { Campaign } from '@abitly/database'
import { createI18n } from '@abitly/text'
import { campaign } from '../../campaigns/testing/campaign.ts'
import { alreadyToast } from './already-toast.ts'

const i18n = createI18n(new URL('../../../locales/', import.meta.url))
const NOW = new Date('2026-07-24T11:03:21Z')
const TODAY = new Date('2026-07-24T11:03:10Z')
const EARLIER = new Date('2026-07-22T11:03:10Z')
const BY = 7_123_456_789n
/** Longer than a toast has room for. */
const NAMES = new Map([[BY, 'Олександра-Марія Ґ.']])

const paused = (at: Date): Partial<Campaign> => ({
  state: 'paused',
  pause: { reason: 'admin', by: BY, at, until: null },
})
const changed = (state: 'running' | 'cancelled', changedAt: Date): Partial<Campaign> => ({
  state,
  changedBy: BY,
  changedAt,
})

describe('alreadyToast', () => {
  it.each<[string, Partial<Campaign>, string, string]>([
    ['paused', paused(TODAY), 'Вже на паузі: Олександра-Ма…, 14:03:10', 'Paused by Олександра-Ма…, 14:03:10'],
    [
      'paused on another day',
      paused(EARLIER),
      'Вже на паузі: Олександра-Ма…, 22 липня',
      'Paused by Олександра-Ма…, 22 July',
    ],
    [
      'running',
      changed('running', TODAY),
      'Уже йде: Олександра-Ма…, 14:03:10',
      'Resumed by Олександра-Ма…, 14:03:10',
    ],
    [
      'cancelled',
      changed('cancelled', TODAY),
      'Уже скасовано: Олександра-Ма…, 14:03:10',
      'Cancelled by Олександра-Ма…, 14:03:10',
    ],
    [
      'finished',
      { state: 'finished', finishedAt: EARLIER },
      'Уже завершено: 22 липня',
      'Finished already: 22 July',
    ],
    ['being planned', { state: 'planning' }, 'Ще не розпочато', 'Not started yet'],
    ['scheduled', { state: 'scheduled' }, 'Ще не розпочато', 'Not started yet'],
    [
      'paused by the system',
      { state: 'paused', pause: { reason: 'flood', by: null, at: TODAY, until: null } },
      'Вже на паузі: система, 14:03:10',
      'Paused by the system, 14:03:10',
    ],
  ])('for one that is %s', (_name, change, inUkrainian, inEnglish) => {
    const toasts = [i18n.uk, i18n.en].map((tr) => alreadyToast(tr, campaign(change), NAMES, NOW))
    expect(toasts.map((toast) => toast.replaceAll('\u00A0', ' '))).toEqual([inUkrainian, inEnglish])
    for (const toast of toasts) expect(toast.length).toBeLessThanOrEqual(40)
  })
})
