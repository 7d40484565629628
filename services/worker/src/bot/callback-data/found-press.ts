import { isFoundPlace } from '../../use-cases/offer/offer-origin.ts'
import type { FoundPlace, OfferOrigin } from '../../use-cases/offer/offer-origin.ts'
import type { Press } from '../../use-cases/view.ts'
import { packOffers, unpackOffers } from './offer-key.ts'
import { packNumber, unpackNumber } from './whole-number.ts'

type FoundPress = Extract<Press, { kind: 'found' }>

/** Tells other origins from a list of offers, none of which begins with it; a page of results goes on with a number. */
const PLACE = '~'
const PLAN = '~p'

export function isFoundPress(press: Press): press is FoundPress {
  return press.kind === 'found'
}

/** A page of search results as fields: `fp:<revision>.<page>`. */
export function packFound({ place }: FoundPress): string[] {
  return ['fp', packPlace(place)]
}

/** The press back; null for anything we have not packed. */
export function unpackFound(code: string, [packed]: readonly string[]): Press | null {
  const place = code === 'fp' ? unpackPlace(packed) : null
  return place === null ? null : { kind: 'found', place }
}

/** Where an offer was chosen, as one field. */
export function packOrigin(origin: OfferOrigin): string {
  if (origin === 'plan') return PLAN
  return isFoundPlace(origin) ? `${PLACE}${packPlace(origin)}` : packOffers(origin)
}

/** The origin back; null for anything we have not packed. */
export function unpackOrigin(packed: string | undefined): OfferOrigin | null {
  if (packed === PLAN) return 'plan'
  return packed?.startsWith(PLACE) === true ? unpackPlace(packed.slice(1)) : unpackOffers(packed)
}

function packPlace({ revision, page }: FoundPlace): string {
  return `${packNumber(revision)}.${packNumber(page)}`
}

function unpackPlace(packed = ''): FoundPlace | null {
  const [first, second, ...rest] = packed.split('.')
  const [revision, page] = [unpackNumber(first), unpackNumber(second)]
  return revision === null || page === null || rest.length > 0 ? null : { revision, page }
}
