import { createTestDatabase } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../testing/use-database.ts'
import { rebuildOfferSearch } from './rebuild-offer-search.ts'

const db = useDatabase(createTestDatabase, { catalogue: true })
const LNU = 1_481_286
/** More than are ranked. */
const CROWD = 3_200

/** Copies of one offer under other names. */
beforeAll(async () => {
  const copies: [number, string, string | null, number][] = [
    [1, 'Мавкознавство', null, 900],
    [2, 'Мавки та щезники', null, 800],
    [3, 'Мавки', null, 1],
    [4, 'Щезники', 'Mavkas', 700],
    [5, 'Щезники лісові', null, 600],
    [6, 'Мявки', null, 5_000],
  ]
  for (const [offerId, uk, en, applied] of copies) {
    await db.sql(
      `INSERT INTO offers SELECT (jsonb_populate_record(o, jsonb_build_object(
         'offer_id', $1::integer, 'programme_uk', $2::text, 'programme_en', $3::text, 'applied', $4::integer))).*
         FROM offers o WHERE o.offer_id = ${LNU}`,
      [offerId, uk, en, applied],
    )
  }
  await db.sql(
    `INSERT INTO offers SELECT (jsonb_populate_record(o, jsonb_build_object(
       'offer_id', 5000000 + n, 'programme_uk', 'Русалки', 'programme_en', NULL, 'applied', n))).*
       FROM offers o, generate_series(1, ${CROWD}) n WHERE o.offer_id = ${LNU}`,
  )
  await rebuildOfferSearch(db.connection)
})

async function find(text: string, limit = 10): Promise<number[]> {
  const { keys } = await db.database.repositories.offerSearch.find(text, limit)
  return keys.map(({ offerId }) => offerId)
}

describe('the order', () => {
  it('is: the name itself, names with the word, names that begin with it; the more wanted of equals', async () => {
    expect(await find('мавки')).toEqual([3, 2])
    expect(await find('мавк')).toEqual([1, 3, 2])
    expect(await find('щезники')).toEqual([4, 2, 5])
  })

  it('puts other forms of the word behind the word', async () => {
    expect(await find('мавка')).toEqual([3, 2])
  })

  it('takes a typo only where the word means nothing better', async () => {
    expect(await find('мавик')).toEqual([3, 2])
    expect(await find('мявки')).toEqual([6])
  })

  it('takes typos of all words where nothing has them as they are', async () => {
    // Both words are known, and no offer has both.
    expect(await find('мявки щезники')).toEqual([2])
  })

  it('ranks the most wanted of very many', async () => {
    expect(await find('русалки', 3)).toEqual([
      5_000_000 + CROWD,
      5_000_000 + CROWD - 1,
      5_000_000 + CROWD - 2,
    ])
    expect((await db.database.repositories.offerSearch.find('русалки', 3)).more).toBe(true)
  })
})
