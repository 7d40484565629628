import type { OfferLook } from '@abitly/database'
import { formatCount, kyivDate } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { addGradesButton, menuButton } from '../buttons.ts'
import { tellOffers } from '../digest/tell-offers.ts'
import { pageButtons } from '../keyboard-parts.ts'
import { keyOf, sameOffer } from '../offer/offer-key.ts'
import type { Button, Keyboard, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { changeText, sinceText } from './change-text.ts'
import { dataLinesOf } from './data-line.ts'
import { lookAt, readFollowed } from './followed-offer.ts'
import type { FollowedOffer } from './followed-offer.ts'
import { listNames } from './list-names.ts'
import { nothingFollowedView } from './nothing-followed.ts'
import { pageOf } from './pages.ts'
import type { Page } from './pages.ts'
import { standingLines } from './standing-lines.ts'

interface MyOffers extends Page<FollowedOffer> {
  followed: number
  /** The last look at each of them on an earlier day. */
  before: readonly OfferLook[]
}

/**
 * The followed offers with score, place, chance, and what has changed since the last day on which they were looked
 * at: looking twice a day shows the same changes twice.
 */
export async function listMyOffers(visit: Visit, wanted = 0): Promise<View> {
  const { repos, student, tr, now } = visit
  const followed = await repos.tracking.list(student.chatId)
  if (followed.length === 0) return nothingFollowedView(tr)
  const page = pageOf(followed, wanted)
  const states = await repos.offerTold.states(page.items)
  const items = await readFollowed(visit, page.items)
  await tellOffers(visit, items, states)
  const today = kyivDate(now)
  const before = await repos.offerLooks.before(student.chatId, today)
  await repos.offerLooks.record(
    student.chatId,
    today,
    items.map((offer) => lookAt(offer, now)),
  )
  const mine = { ...page, items, followed: followed.length, before }
  return { text: listText(visit, mine), keyboard: listKeyboard(tr, mine) }
}

function listText({ tr, now, settings }: Visit, { items, offset, followed, before }: MyOffers): string {
  const names = listNames(
    tr,
    items.map(({ offer }) => offer),
  )
  const seen = (one: FollowedOffer): OfferLook | undefined =>
    before.find((look) => sameOffer(look, one.offer))
  const rows = items.map((one, index) => {
    const name = tr.text('my-offer-name', { number: String(offset + index + 1), ...names[index] })
    return [name, ...standingLines(tr, one, seen(one), now)].join('\n')
  })
  const compared = items.flatMap((one) => {
    const look = seen(one)
    return look !== undefined && changeText(tr, look, lookAt(one, now)) !== null ? [look] : []
  })
  const count = (n: number): string => formatCount(tr.language, n)
  const heading = tr.text('my-offers', {
    followed: count(followed),
    limit: count(Math.max(followed, settings.monitoredOffersLimit)),
  })
  const last = hasGrades(items)
    ? dataLinesOf(tr, items, now, [sinceText(tr, compared, now)]).join('\n')
    : tr.text('offer-no-grades')
  return [heading, ...rows, last].join('\n\n')
}

function listKeyboard(tr: Translator, { items, page, pages, offset }: MyOffers): Keyboard {
  const numbers = items.map(({ offer }, index): Button => {
    return { text: String(offset + index + 1), press: { kind: 'offer', offer: keyOf(offer), list: [] } }
  })
  const graded = hasGrades(items)
  const compare: Button = {
    text: tr.text('button-compare'),
    press: { kind: 'compare', page },
    style: 'primary',
  }
  const drop: Button = { text: tr.text('button-drop'), press: { kind: 'drop-list', page } }
  const statistics: Button = { text: tr.text('button-statistics'), press: { kind: 'statistics' } }
  return [
    ...(graded ? [] : [[addGradesButton(tr, null)]]),
    numbers,
    ...pageButtons(tr, page, pages, (other) => ({ kind: 'my-offers', page: other })),
    graded && items.length > 1 ? [compare, drop] : [drop],
    [statistics, menuButton(tr)],
  ]
}

function hasGrades(items: readonly FollowedOffer[]): boolean {
  return items.some(({ verdict }) => verdict.kind !== 'no-grades')
}
