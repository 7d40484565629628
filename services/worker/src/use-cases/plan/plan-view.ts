import type { OfferDetails } from '@abitly/database'
import { counted, dayText, displayName, formatMargin, formatScore, kyivDate, momentText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import { tierText } from '../my-offers/standing-lines.ts'
import { modelledLines } from '../offer/data-lines.ts'
import { offerName } from '../offer/offer-names.ts'
import type { Button, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { planOf } from './plan-content.ts'
import type { PlanContent, PlanEntry } from './plan-content.ts'
import { offersOf, offersToFollow } from './plan-offers.ts'
import { wishesText } from './wishes-prompt.ts'

/** The day's last plan; `usedUp`: another one was wanted, and the day has no more. */
export async function showPlan(visit: Visit, { usedUp = false } = {}): Promise<View> {
  const { repos, student, tr, now } = visit
  const saved = await repos.plans.lastOf(student.chatId, kyivDate(now))
  const plan = planOf(saved)
  const wishes: Button = { text: tr.text('button-other-wishes'), press: { kind: 'plan-wishes' } }
  if (plan === null || saved === null)
    return { text: tr.text('plan-gone'), keyboard: [[wishes], [menuButton(tr)]] }
  const offers = await offersOf(visit, plan)
  const { number } = saved
  const next =
    (await offersToFollow(visit, offers)).length > 0 ? followButton(tr, number) : followedButton(tr)
  return {
    text: await planText(visit, plan, offers, { number, usedUp }),
    keyboard: [numberButtons(plan), [next], [wishes, menuButton(tr)]],
  }
}

function numberButtons({ entries, year }: PlanContent): Button[] {
  return entries.map(({ offerId }, index) => {
    return { text: String(index + 1), press: { kind: 'offer', offer: { offerId, year }, list: 'plan' } }
  })
}

const followButton = (tr: Translator, number: number): Button => ({
  text: tr.text('button-follow-all'),
  press: { kind: 'follow-plan', number },
  style: 'primary',
})

/** Where all is followed or no room is left: what is followed can be seen, compared and given up there. */
const followedButton = (tr: Translator): Button => ({
  text: tr.text('button-my-offers'),
  press: { kind: 'my-offers', page: 0 },
  style: 'primary',
})

async function planText(
  visit: Visit,
  plan: PlanContent,
  offers: readonly OfferDetails[],
  { number, usedUp }: { number: number; usedUp: boolean },
): Promise<string> {
  const { tr, now, settings } = visit
  const limit = settings.personalPlanDailyLimit
  const { funding } = plan.wishes
  const head = `${tr.text('plan', { funding })}\n${await wishesText(visit, plan.wishes)} · ${plan.year}`
  // Invented numbers have a day at most, not a time.
  const show = offers.some(({ generated }) => generated.applicants) ? dayText : momentText
  const why = tr.text('plan-why', {
    ...counted(tr, 'total', plan.total),
    ...counted(tr, 'eligible', plan.eligible),
  })
  return [
    ...(usedUp ? [tr.text('plan-used-up', counted(tr, 'limit', limit))] : []),
    head,
    bandsText(tr, plan, offers),
    // A single application has no order.
    ...(plan.entries.length > 1 ? [`<blockquote expandable>${why}</blockquote>`] : []),
    [
      tr.text(usedUp ? 'plan-caution' : 'plan-caution-left', {
        moment: show(tr, new Date(plan.dataAt), now),
        ...(usedUp ? {} : { left: String(Math.max(0, limit - number)), limit: String(limit) }),
      }),
      ...modelledLines(
        tr,
        offers.map((offer) => ({ offer, applicants: { length: offer.statistics.applied ?? 0 } })),
      ),
    ].join('\n'),
  ].join('\n\n')
}

/** By priority; a band is named once for all that follow each other. */
function bandsText(tr: Translator, { entries }: PlanContent, offers: readonly OfferDetails[]): string {
  const blocks = entries.map((entry, index) => {
    const offer = offers.find(({ offerId }) => offerId === entry.offerId)
    const lines = entryLines(tr, entry, index, offer)
    if (entries[index - 1]?.band === entry.band) return lines
    return `\n${tr.text('plan-band', { band: entry.band })}\n${lines}`
  })
  return blocks.join('\n').trimStart()
}

function entryLines(
  tr: Translator,
  entry: PlanEntry,
  index: number,
  offer: OfferDetails | undefined,
): string {
  const number = String(index + 1)
  // Between the making and the reading a catalogue may have lost it.
  if (offer === undefined) return tr.text('plan-entry-gone', { number })
  const { programme, university } = offerName(tr.language, offer)
  const names = { programme: displayName(programme), university: displayName(university) }
  return `${tr.text('plan-entry', { number, ...names })}\n${figures(tr, entry)}`
}

/** «🔶 низький, бракує 1,204» */
function figures(tr: Translator, { tier, margin }: PlanEntry): string {
  const parts = [...(tier === null ? [] : [tierText(tr, tier)]), marginText(tr, margin)]
  return parts.join(', ')
}

function marginText(tr: Translator, margin: number | null): string {
  if (margin === null) return tr.text('plan-no-history')
  if (margin < 0) return tr.text('plan-lacking', { points: formatScore(tr.language, -margin) })
  return tr.text('plan-margin', { margin: formatMargin(tr.language, margin) })
}
