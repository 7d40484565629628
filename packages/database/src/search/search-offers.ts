import type { Tx } from '../client.ts'
import { Prisma } from '../generated/client.ts'
import { matchWords } from './match-words.ts'
import type { WordMatch } from './match-words.ts'
import { typedWords } from './search-words.ts'

/** Offers that match a text, the best first. */
export interface FoundOffers {
  keys: { offerId: number; year: number }[]
  /** There are more than were asked for. */
  more: boolean
}

/** More words than anybody types; the rest is not looked at. */
const MOST_WORDS = 8
/** So many of the matches are ranked, those with the most applications: more match very frequent words only. */
const MOST_RANKED = 3_000

/** Whose offers are asked, in this order; the search holds two years. */
const YEARS = [
  Prisma.sql`year = (SELECT max(year) FROM offer_search)`,
  Prisma.sql`year < (SELECT max(year) FROM offer_search)`,
]

/**
 * Offers that have every word of the text, or a word it may mean: of the newest year, and only where it has none, of
 * the year before. Mistyped words count where a word has no better meaning, and for all words where nothing else is
 * found.
 */
export async function searchOffers(tx: Tx, text: string, limit: number): Promise<FoundOffers> {
  const typed = typedWords(text).slice(0, MOST_WORDS)
  if (typed.length === 0) return { keys: [], more: false }
  const matches = await matchWords(tx, typed)
  const likely = matches.map(({ likely, possible }) => (likely.length > 0 ? likely : possible))
  const possible = matches.map((match) => match.possible)
  const widened = possible.some((ids, index) => ids.length > (likely[index]?.length ?? 0))
  for (const year of YEARS) {
    for (const alternatives of widened ? [likely, possible] : [likely]) {
      const found = await rankOffers(tx, matches, { alternatives, year, limit })
      if (found.keys.length > 0) return found
    }
  }
  return { keys: [], more: false }
}

interface Wanted {
  /** Of each typed word one has to stand in the offer. */
  alternatives: readonly (readonly number[])[]
  /** SQL: which offers are asked. */
  year: Prisma.Sql
  limit: number
}

async function rankOffers(
  tx: Tx,
  matches: readonly WordMatch[],
  { alternatives, year, limit }: Wanted,
): Promise<FoundOffers> {
  if (alternatives.some((ids) => ids.length === 0)) return { keys: [], more: false }
  const exact = matches.map((match) => match.exact)
  const each = alternatives.map((ids) => Prisma.sql`word_ids && ${ids}::integer[]`)
  const named = hits('title_ids', alternatives)
  const score = Prisma.sql`4 * ${hits('title_ids', exact)} + 2 * ${named} + ${hits('word_ids', exact)}`
  const keys = await tx.$queryRaw<FoundOffers['keys']>`
    SELECT offer_id AS "offerId", year FROM (
      SELECT * FROM offer_search
       WHERE ${Prisma.join([year, ...each], ' AND ')}
       ORDER BY applied DESC, offer_id LIMIT ${MOST_RANKED}::integer
    ) matched
    ORDER BY ${score} DESC, (${named} > 0 AND ${named} = ANY(title_sizes)) DESC, applied DESC, offer_id
    LIMIT ${limit + 1}::integer`
  return { keys: keys.slice(0, limit), more: keys.length > limit }
}

/** SQL: how many of the typed words have one of their alternatives in the column. */
function hits(column: 'title_ids' | 'word_ids', alternatives: readonly (readonly number[])[]): Prisma.Sql {
  const terms = alternatives
    .filter((ids) => ids.length > 0)
    .map((ids) => Prisma.sql`(${Prisma.raw(column)} && ${ids}::integer[])::integer`)
  return terms.length === 0 ? Prisma.sql`0` : Prisma.sql`(${Prisma.join(terms, ' + ')})`
}
