import type { DigestReader, OfferStanding, PlannedRecipient, Repositories } from '@abitly/database'
import { modelledParts } from '../use-cases/offer/data-lines.ts'
import { judgeOffer } from '../use-cases/offer/judge-offer.ts'
import { sameOffer } from '../use-cases/offer/offer-key.ts'
import type { OfferKey } from '../use-cases/offer/offer-key.ts'
import { standingOf } from '../use-cases/digest/told-standing.ts'
import type { JudgedOffer } from '../use-cases/digest/told-standing.ts'
import { whatChanged } from '../use-cases/digest/what-changed.ts'
import { quietEnd } from '../use-cases/quiet-hours.ts'
import type { OfferChange } from './offer-change.ts'
import type { SelectedPage } from './selected-pages.ts'

/** Offers whose lists are held at once: a list may have thousands of applications. */
const LISTS = 20

type Sources = Pick<Repositories, 'offers' | 'applicants' | 'offerTold'>
type ChangedOffer = DigestReader['offers'][number]

/** What one page has found out. */
interface Findings {
  told: (OfferStanding & { chatId: bigint })[]
  changes: Map<bigint, OfferChange[]>
}

/**
 * Works out what has changed for the next page of people after `after`, who follow an offer that has. They are told no
 * sooner than their quiet hours end. Who has never been told of an offer is told of its changes from now on.
 * @param limit people looked at together
 * @returns null when there is nobody more
 */
export async function digestAudience(
  repositories: Sources,
  after: bigint | null,
  limit: number,
  now: Date,
): Promise<SelectedPage | null> {
  const { offerTold } = repositories
  const readers = await offerTold.readers(after, limit)
  const last = readers.at(-1)
  if (last === undefined) return null
  const found: Findings = { told: [], changes: new Map() }
  const keys = distinct(readers.flatMap(({ offers }) => offers))
  for (let from = 0; from < keys.length; from += LISTS)
    await judgeFor(readers, keys.slice(from, from + LISTS), repositories, found)
  return {
    upto: last.chatId,
    recipients: readers.flatMap((reader) => recipientOf(reader, found, now)),
    planned: () => offerTold.record(found.told, now),
  }
}

/** Judges some offers for all readers who follow them. */
async function judgeFor(
  readers: readonly DigestReader[],
  keys: readonly OfferKey[],
  { offers, applicants }: Sources,
  found: Findings,
): Promise<void> {
  const details = await offers.several(keys)
  const lists = await applicants.ofOffers(keys)
  for (const [index, key] of keys.entries()) {
    const offer = details.find((one) => sameOffer(one, key))
    if (offer === undefined) continue
    const list = lists[index] ?? []
    for (const reader of readers) {
      const followed = reader.offers.find((one) => sameOffer(one, key))
      if (followed === undefined) continue
      const verdict = judgeOffer(offer, reader.results, list, reader.preferences)
      tell(reader, followed, { offer, applicants: list, verdict }, found)
    }
  }
}

function tell(
  { chatId, preferences }: DigestReader,
  followed: ChangedOffer,
  judged: JudgedOffer,
  { told, changes }: Findings,
): void {
  const now = standingOf(judged, preferences, followed)
  told.push({ chatId, ...now })
  const change = followed.told === null ? null : changeOf(judged, followed.told, now)
  if (change !== null) changes.set(chatId, [...(changes.get(chatId) ?? []), change])
}

function changeOf(judged: JudgedOffer, before: OfferStanding, now: OfferStanding): OfferChange | null {
  const told = whatChanged(before, now)
  if (told.length === 0) return null
  const { offerId, year, speciality, programme, university, dataAt } = judged.offer
  // Cut-off and counters are published; what is invented is what rank and chance rest on.
  const modelled = told.includes('standing') ? modelledParts(judged) : []
  return {
    ...{ offerId, year, specialityCode: speciality.code, programme, university: university.short },
    ...{ before: shown(before), now: shown(now), told, modelled, dataAt: dataAt.toISOString() },
  }
}

/** Only what a message shows is kept. */
function shown({ rankBest, rankWorst, tier, cutoff, applied }: OfferStanding): OfferChange['before'] {
  return { rankBest, rankWorst, tier, cutoff, applied }
}

/** Nobody is written to without a change; the changes stand in the order in which the offers were followed. */
function recipientOf(
  { chatId, offers, quiet }: DigestReader,
  { changes: all }: Findings,
  now: Date,
): PlannedRecipient[] {
  const mine = all.get(chatId) ?? []
  const changes = offers.flatMap((offer) => mine.filter((change) => sameOffer(change, offer)))
  if (changes.length === 0) return []
  const dueAt = quietEnd(now, quiet)
  return [{ chatId, content: { changes }, ...(dueAt === null ? {} : { dueAt }) }]
}

function distinct(offers: readonly OfferKey[]): OfferKey[] {
  const byKey = new Map(offers.map(({ offerId, year }) => [`${year}/${offerId}`, { offerId, year }]))
  return [...byKey.values()]
}
