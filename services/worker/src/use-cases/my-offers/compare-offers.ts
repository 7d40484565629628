import { byChance } from '@abitly/domain'
import { formatCount, formatRange } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { menuButton, myOffersButton } from '../buttons.ts'
import type { View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { comparisonLines } from './comparison-lines.ts'
import { dataLinesOf } from './data-line.ts'
import { differenceText } from './difference-text.ts'
import { chanceOf, readFollowed } from './followed-offer.ts'
import type { FollowedOffer } from './followed-offer.ts'
import { listMyOffers } from './list-my-offers.ts'
import { listNames } from './list-names.ts'
import { pageOf } from './pages.ts'
import type { Page } from './pages.ts'

/** The followed offers of one page side by side, the best chance first. One alone is shown as the list. */
export async function compareOffers(visit: Visit, wanted: number): Promise<View> {
  const { repos, student, tr } = visit
  const followed = await repos.tracking.list(student.chatId)
  const page = pageOf(followed, wanted)
  if (page.items.length < 2) return listMyOffers(visit, page.page)
  const offers = (await readFollowed(visit, page.items)).toSorted(bestFirst)
  return {
    text: comparisonText(visit, offers, headingText(tr, page, followed.length)),
    keyboard: [[myOffersButton(tr, page.page)], [menuButton(tr)]],
  }
}

/** What has no score at all comes after everything that has one. */
function bestFirst(a: FollowedOffer, b: FollowedOffer): number {
  const unscored = ({ verdict }: FollowedOffer): number => Number(verdict.kind !== 'scored')
  return unscored(a) - unscored(b) || byChance(chanceOf(a), chanceOf(b))
}

function headingText(tr: Translator, { offset, items }: Page<unknown>, followed: number): string {
  if (items.length === followed) return tr.text('compare')
  return tr.text('compare-part', {
    part: formatRange(tr.language, offset + 1, offset + items.length),
    of: formatCount(tr.language, followed),
  })
}

function comparisonText({ tr, now }: Visit, offers: readonly FollowedOffer[], heading: string): string {
  const names = listNames(
    tr,
    offers.map(({ offer }) => offer),
  )
  const blocks = offers.map((one, index) =>
    [tr.text('compare-name', { ...names[index] }), ...comparisonLines(tr, one, now)].join('\n'),
  )
  const last = dataLinesOf(tr, offers, now, [differenceText(tr, offers)])
  return [heading, ...blocks, last.join('\n')].join('\n\n')
}
