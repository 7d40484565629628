import type { OfferDetails } from '@abitly/database'
import type { PlanBand } from '@abitly/domain'
import { counted, displayName, formatScore, kyivDate } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import { dataText } from '../my-offers/data-line.ts'
import { tierText } from '../my-offers/standing-lines.ts'
import { modelledLines } from '../offer/data-lines.ts'
import { offerName } from '../offer/offer-names.ts'
import { pastYear } from '../offer/past-year.ts'
import type { Button, View } from '../view.ts'
import type { Visit } from '../visit.ts'
import type { PlanEntry } from './judge-candidates.ts'
import { isOfOtherGrades } from './grades-mark.ts'
import { planOf } from './plan-content.ts'
import type { PlanContent } from './plan-content.ts'
import { entriesOf, offersOf, offersToFollow } from './plan-offers.ts'
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
  const { tr, settings } = visit
  const limit = settings.personalPlanDailyLimit
  const { funding } = plan.wishes
  const head = `${tr.text('plan', { funding })}\n${await wishesText(visit, plan.wishes)} · ${plan.year}`
  const left = usedUp ? null : Math.max(0, limit - number)
  return [
    ...(usedUp ? [tr.text('plan-used-up', counted(tr, 'limit', limit))] : []),
    head,
    bandsText(visit, plan, offers, await entriesOf(visit, plan, offers)),
    ...((await isOfOtherGrades(visit, plan)) ? [tr.text('plan-remade')] : []),
    `<blockquote expandable>${whyText(tr, plan, offers)}</blockquote>`,
    [
      ...cautionLines(visit, offers, left),
      ...modelledLines(
        tr,
        offers.map((offer) => ({ offer, applicants: { length: offer.statistics.applied ?? 0 } })),
      ),
    ].join('\n'),
  ].join('\n\n')
}

/** By priority; a band is named once for all that follow each other. */
function bandsText(
  visit: Visit,
  plan: PlanContent,
  offers: readonly OfferDetails[],
  entries: ReadonlyMap<number, PlanEntry>,
): string {
  const bandAt = (index: number): PlanBand | undefined =>
    entries.get(plan.entries[index]?.offerId ?? -1)?.band
  const blocks = plan.entries.map(({ offerId }, index) => {
    const offer = offers.find((one) => one.offerId === offerId)
    const lines = entryLines(visit, String(index + 1), offer, entries.get(offerId))
    const band = bandAt(index)
    if (band === undefined || bandAt(index - 1) === band) return lines
    return `\n${visit.tr.text('plan-band', { band })}\n${lines}`
  })
  return blocks.join('\n').trimStart()
}

function entryLines(
  { tr, now }: Visit,
  number: string,
  offer: OfferDetails | undefined,
  entry: PlanEntry | undefined,
): string {
  // Between the making and the reading a catalogue may have lost it.
  if (offer === undefined) return tr.text('plan-entry-gone', { number })
  const { programme, university } = offerName(tr.language, offer)
  const names = { programme: displayName(programme), university: displayName(university) }
  const line = tr.text('plan-entry', { number, ...names })
  return `${line}\n${entry === undefined ? tr.text('plan-entry-out') : figures(tr, offer, entry, now)}`
}

/** «🔶 низький, на 1,204 нижче торішньої межі» */
function figures(tr: Translator, offer: OfferDetails, { tier, margin }: PlanEntry, now: Date): string {
  const text = marginText(tr, offer, margin, now)
  if (tier === null) return text
  // Last year says one thing and this year's list another: the list decides.
  const disagree = margin !== null && (tier === 'high' ? margin < 0 : tier !== 'medium' && margin >= 0)
  return `${tierText(tr, tier)}, ${disagree ? tr.text('plan-though', { margin: text }) : text}`
}

function marginText(
  tr: Translator,
  { lastYear, year }: OfferDetails,
  margin: number | null,
  now: Date,
): string {
  if (margin === null || lastYear === null) return tr.text('plan-no-history')
  const args = { points: formatScore(tr.language, Math.abs(margin)), ...pastYear({ year }, lastYear, now) }
  return tr.text(margin < 0 ? 'plan-lacking' : 'plan-margin', args)
}

/** Why in this order, and how many offers it was chosen from. */
function whyText(
  tr: Translator,
  { wishes, total, eligible, entries }: PlanContent,
  offers: readonly OfferDetails[],
): string {
  const chosen = tr.text('plan-chosen', {
    ...counted(tr, 'total', total),
    ...counted(tr, 'eligible', eligible),
    fit: eligible < total ? 'some' : 'all',
  })
  // A single application has no order.
  if (entries.length < 2) return chosen
  const specialities = new Set(offers.map(({ speciality }) => speciality.code))
  const order = wishes.specialityCodes.length > 1 && specialities.size > 1 ? 'wishes' : 'bold'
  // Only applications for state-funded places have priorities that decide, and a multiplier that goes by them.
  const harmless = wishes.funding === 'budget' ? [tr.text('plan-why-harmless')] : []
  const hasGk = harmless.length > 0 && offers.some(({ specialSupport }) => specialSupport)
  return [
    tr.text('plan-why', { order }),
    ...harmless,
    ...(hasGk ? [tr.text('plan-why-gk')] : []),
    chosen,
  ].join(' ')
}

/** That nothing is promised, how old the oldest numbers are, and how many plans the day has left. */
function cautionLines(
  { tr, now, settings }: Visit,
  offers: readonly OfferDetails[],
  left: number | null,
): string[] {
  if (offers.length === 0) return []
  const data = dataText(
    tr,
    offers.map((offer) => ({ offer })),
    now,
  )
  if (left === null) return [tr.text('plan-caution', { data })]
  const limit = String(settings.personalPlanDailyLimit)
  return [tr.text('plan-caution-left', { data, left: String(left), limit })]
}
