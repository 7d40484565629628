import type { FilterHolder } from '@abitly/database'
import { describe, expect, it } from 'vitest'
import { openDayAudience } from './open-day-audience.ts'
import { openDay } from './testing/open-day.ts'

const holder = (chatId: bigint, set: Partial<FilterHolder>): FilterHolder => ({
  chatId,
  regionIds: [],
  specialityCodes: [],
  universityIds: [],
  ...set,
})
const edit = (openDayId: number) => ({ openDayId, editedAt: openDay(openDayId).editedAt })
const EVENTS = [openDay(1), openDay(2, { regionId: 2 })]

function audience(holders: FilterHolder[], told: { chatId: bigint; openDayId: number }[] = []) {
  const asked: bigint[][] = []
  const openDays = {
    filterHolders: async () => holders,
    told: async (chatIds: bigint[]) => {
      asked.push(chatIds)
      return told
    },
  }
  return openDayAudience(openDays, EVENTS, null).then((page) => ({ page, asked }))
}

describe('whom edited open days concern', () => {
  it('each hears of those its filters meet', async () => {
    const { page } = await audience([
      holder(1n, { regionIds: [1] }),
      holder(2n, { universityIds: [10] }),
      holder(3n, { regionIds: [3] }),
    ])
    expect(page).toEqual({
      upto: 3n,
      matched: 2,
      told: 0,
      recipients: [
        { chatId: 1n, content: { edits: [edit(1)] } },
        { chatId: 2n, content: { edits: [edit(1), edit(2)] } },
      ],
    })
  })

  it('nobody hears of the same edit twice', async () => {
    const { page } = await audience(
      [holder(1n, { regionIds: [1] }), holder(2n, { universityIds: [10] })],
      [
        { chatId: 1n, openDayId: 1 },
        { chatId: 2n, openDayId: 2 },
      ],
    )
    expect(page).toEqual({
      upto: 2n,
      matched: 2,
      told: 1,
      recipients: [{ chatId: 2n, content: { edits: [edit(1)] } }],
    })
  })

  it('a page without anybody concerned still moves on', async () => {
    const { page, asked } = await audience([holder(7n, { regionIds: [3] })])
    expect(page).toEqual({ upto: 7n, matched: 0, told: 0, recipients: [] })
    expect(asked).toEqual([])
  })

  it('ends where there is nobody more', async () => {
    expect((await audience([])).page).toBeNull()
  })
})
