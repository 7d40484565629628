import { createTestDatabase } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../testing/use-database.ts'
import { rebuildOfferSearch } from './rebuild-offer-search.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const LNU = 1_481_286

/** Copies of one offer of 2025, in other years and under other names. */
beforeAll(async () => {
  const copies: [number, number, string][] = [
    [2024, 1, 'Водяникознавство'],
    [2025, 2, 'Мавкознавство'],
    [2025, 3, 'Щезникологія'],
    [2026, 4, 'Мавкознавство'],
    [2026, 5, 'Щезникознавство'],
  ]
  for (const [year, offerId, name] of copies) {
    await db.sql(
      `INSERT INTO offers SELECT (jsonb_populate_record(o, jsonb_build_object(
         'year', $1::integer, 'offer_id', $2::integer, 'programme_uk', $3::text, 'programme_en', NULL))).*
         FROM offers o WHERE o.year = 2025 AND o.offer_id = ${LNU}`,
      [year, offerId, name],
    )
  }
  await rebuildOfferSearch(db.connection)
})

async function find(text: string): Promise<string[]> {
  const { keys } = await db.database.repositories.offerSearch.find(text, 10)
  return keys.map(({ year, offerId }) => `${year} ${offerId}`)
}

describe('a year that has just begun', () => {
  it('comes first, alone', async () => {
    expect(await find('мавкознавство')).toEqual(['2026 4'])
    expect(await find('щезник')).toEqual(['2026 5'])
  })

  it('hides nothing of the former year that it does not have', async () => {
    expect(await find('щезникологія')).toEqual(['2025 3'])
    expect(await find('інформатика кну')).toEqual([expect.stringMatching(/^2025 /)])
  })

  it('forgives typos in both', async () => {
    expect(await find('мавкознавтсво')).toEqual(['2026 4'])
    expect(await find('щезникалогія')).toEqual(['2025 3'])
  })

  it('leaves older years alone', async () => {
    expect(await find('водяникознавство')).toEqual([])
  })
})
