import { type Address, parseAddress } from './address.ts'
import { SITES } from './sites.ts'
import type { FoundLink, OfferLink } from './types.ts'
import { wordsOf } from './words.ts'

/** How many offers, and how many other links, one text may hold; further ones are left out. */
const MAX_LINKS = 5

/**
 * The link a text was most likely sent for: its first offer, else its first page of a known site, else its
 * first link. Never throws, in time proportional to the length of the text.
 */
export function recogniseOfferLink(text: string): OfferLink {
  const links = recogniseOfferLinks(text)
  const ofKind = (kind: FoundLink['kind']) => links.find((link) => link.kind === kind)
  return ofKind('offer') ?? ofKind('listing') ?? ofKind('foreign-site') ?? { kind: 'none' }
}

/**
 * Every different link of a text in its order, at most five offers and five others; empty when there is
 * none. The same offer on two sites counts once, with the year that either of them tells.
 */
export function recogniseOfferLinks(text: string): readonly FoundLink[] {
  const found = new Map<string, FoundLink>()
  for (const word of wordsOf(text)) {
    const address = parseAddress(word)
    if (address !== null) keep(found, linkOf(address))
  }
  const links = [...found.values()]
  const offers = links.filter(({ kind }) => kind === 'offer').slice(0, MAX_LINKS)
  const others = links.filter(({ kind }) => kind !== 'offer').slice(0, MAX_LINKS)
  const kept = new Set([...offers, ...others])
  return links.filter((link) => kept.has(link))
}

function linkOf(address: Address): FoundLink {
  const { host, plain } = address
  const site = plain ? SITES.find((known) => known.owns(host)) : undefined
  if (site === undefined) return { kind: 'foreign-site', host }
  const offer = site.read(address)
  return offer === null ? { kind: 'listing', site: site.site } : { kind: 'offer', site: site.site, ...offer }
}

function keep(found: Map<string, FoundLink>, link: FoundLink): void {
  const key = keyOf(link)
  const known = found.get(key)
  const tellsYear = link.kind === 'offer' && link.year !== null
  if (known === undefined || (known.kind === 'offer' && known.year === null && tellsYear))
    found.set(key, link)
}

function keyOf(link: FoundLink): string {
  if (link.kind === 'offer') return `offer ${link.offerId}`
  return link.kind === 'listing' ? `listing ${link.site}` : `site ${link.host}`
}
