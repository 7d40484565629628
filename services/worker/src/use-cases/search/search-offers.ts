import type { ChatSearch, FoundOffers } from '@abitly/database'
import { sameOffer } from '../offer/offer-key.ts'
import type { FoundPlace } from '../offer/offer-origin.ts'
import { pageOf } from '../paging.ts'
import type { Outcome, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { foundView, nothingFoundView, searchForgottenView } from './found-view.ts'

/** Longer texts are letters to somebody, not the name of anything. */
const LONGEST_TEXT = 100
const PAGE_LENGTH = 6
/** Results at most: sixteen pages. */
const MOST_RESULTS = 16 * PAGE_LENGTH

/** Whether a text may be a search at all: short, with a letter or a digit in it. */
export function canSearch(text: string): boolean {
  return text.length <= LONGEST_TEXT && /[\p{L}\p{N}]/u.test(text)
}

/** The first page of the offers that match a text; null when none does, or when it is no text to search for. */
export async function searchOffers(visit: Visit, text: string): Promise<View | null> {
  if (!canSearch(text)) return null
  const { repos, student, now } = visit
  const found = await repos.offerSearch.find(text, MOST_RESULTS)
  if (found.keys.length === 0) return null
  const revision = await repos.offerSearch.remember(student.chatId, text, now)
  return viewPage(visit, { text, revision }, found, 0)
}

/** Another page of the last search. A page of an earlier one begins the last one anew, and says so. */
export async function showFound(visit: Visit, { revision, page }: FoundPlace): Promise<Outcome> {
  const { repos, student, tr } = visit
  const search = await repos.offerSearch.last(student.chatId)
  if (search === null) return { view: searchForgottenView(tr) }
  const found = await repos.offerSearch.find(search.text, MOST_RESULTS)
  if (found.keys.length === 0) return { view: nothingFoundView(tr) }
  return search.revision === revision
    ? { view: await viewPage(visit, search, found, page) }
    : { view: await viewPage(visit, search, found, 0), toast: tr.text('toast-refreshed') }
}

async function viewPage(
  { repos, tr }: Visit,
  { text, revision }: ChatSearch,
  { keys, more }: FoundOffers,
  wanted: number,
): Promise<View> {
  const place = pageOf(wanted, keys.length, PAGE_LENGTH)
  const shown = keys.slice(place.offset, place.offset + PAGE_LENGTH)
  const read = await repos.offers.several(shown)
  const offers = shown.flatMap((key) => read.find((offer) => sameOffer(offer, key)) ?? [])
  return foundView(tr, { ...place, text, revision, total: keys.length, more, offers })
}
