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
import { wishesText } from './wishes-prompt.ts'

/** The day's last plan; `usedUp`: another one was wanted, and the day has no more. */
export async function showPlan(visit: Visit, { usedUp = false } = {}): Promise<View> {
  const { repos, student, tr, now } = visit
  const saved = await repos.plans.lastOf(student.chatId, kyivDate(now))
  const plan = planOf(saved)
  const wishes: Button = { text: tr.text('button-other-wishes'), press: { kind: 'plan-wishes' } }
  if (plan === null || saved === null)
    return { text: tr.text('plan-gone'), keyboard: [[wishes], [menuButton(tr)]] }
  const keys = plan.entries.map(({ offerId }) => ({ offerId, year: plan.year }))
  const offers = new Map((await repos.offers.several(keys)).map((offer) => [offer.offerId, offer]))
  const numbers = keys.map((offer, index): Button => {
    return { text: String(index + 1), press: { kind: 'offer', offer, list: 'plan' } }
  })
  const follow: Button = {
    text: tr.text('button-follow-all'),
    press: { kind: 'follow-plan', number: saved.number },
    style: 'primary',
  }
  return {
    text: await planText(visit, plan, offers, { number: saved.number, usedUp }),
    keyboard: [numbers, [follow], [wishes, menuButton(tr)]],
  }
}

async function planText(
  visit: Visit,
  plan: PlanContent,
  offers: ReadonlyMap<number, OfferDetails>,
  { number, usedUp }: { number: number; usedUp: boolean },
): Promise<string> {
  const { tr, now, settings } = visit
  const limit = settings.personalPlanDailyLimit
  const { funding } = plan.wishes
  const head = `${tr.text('plan', { funding })}\n${await wishesText(visit, plan.wishes)}`
  const shown = [...offers.values()]
  // Invented numbers have a day at most, not a time.
  const show = shown.some(({ generated }) => generated.applicants) ? dayText : momentText
  const why = tr.text('plan-why', {
    ...counted(tr, 'total', plan.total),
    ...counted(tr, 'eligible', plan.eligible),
  })
  return [
    ...(usedUp ? [tr.text('plan-used-up', counted(tr, 'limit', limit))] : []),
    head,
    ...bandTexts(tr, plan, offers),
    `<blockquote expandable>${why}</blockquote>`,
    [
      tr.text('plan-caution', {
        moment: show(tr, new Date(plan.dataAt), now),
        left: String(Math.max(0, limit - number)),
        limit: String(limit),
      }),
      ...modelledLines(
        tr,
        shown.map((offer) => ({ offer, applicants: { length: offer.statistics.applied ?? 0 } })),
      ),
    ].join('\n'),
  ].join('\n\n')
}

function bandTexts(tr: Translator, plan: PlanContent, offers: ReadonlyMap<number, OfferDetails>): string[] {
  const lines = plan.entries.map((entry, index) => entryLines(tr, entry, index, offers.get(entry.offerId)))
  return (['ambitious', 'realistic', 'safe'] as const).flatMap((band) => {
    const own = lines.filter((_, index) => plan.entries[index]?.band === band)
    return own.length === 0 ? [] : [[tr.text('plan-band', { band }), ...own].join('\n')]
  })
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
