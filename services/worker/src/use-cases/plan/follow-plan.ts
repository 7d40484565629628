import { kyivDate } from '@abitly/text'
import { followOffer } from '../digest/tell-offers.ts'
import type { Outcome } from '../view.ts'
import type { Visit } from '../visit.ts'
import { planOf } from './plan-content.ts'
import { showPlan } from './plan-view.ts'

/** Follows the offers of the day's last plan, by priority, as far as there is room. Twice is the same as once. */
export async function followPlan(visit: Visit, number: number): Promise<Outcome> {
  const { repos, student, tr, now, settings } = visit
  const { chatId } = student
  const saved = await repos.plans.lastOf(chatId, kyivDate(now))
  const plan = planOf(saved)
  if (plan === null || saved?.number !== number)
    return { view: await showPlan(visit), toast: tr.text('toast-refreshed') }
  let followed = 0
  let room = settings.monitoredOffersLimit - (await repos.tracking.count(chatId))
  for (const { offerId } of plan.entries) {
    const already = await repos.tracking.has(chatId, offerId, plan.year)
    if (!already && room <= 0) continue
    if (!already) {
      await followOffer(visit, { offerId, year: plan.year })
      room -= 1
    }
    followed += 1
  }
  const args = { followed: String(followed), of: String(plan.entries.length) }
  return { view: await showPlan(visit), toast: tr.text('toast-plan-followed', args) }
}
