import { kyivDate } from '@abitly/text'
import { followOffer } from '../digest/tell-offers.ts'
import { sameOffer } from '../offer/offer-key.ts'
import type { Outcome } from '../view.ts'
import type { Visit } from '../visit.ts'
import { planOf } from './plan-content.ts'
import { offersOf, offersToFollow } from './plan-offers.ts'
import { showPlan } from './plan-view.ts'

/** Follows the offers of the day's last plan, by priority, as far as there is room. Twice is the same as once. */
export async function followPlan(visit: Visit, number: number): Promise<Outcome> {
  const { repos, student, tr, now } = visit
  const { chatId } = student
  const saved = await repos.plans.lastOf(chatId, kyivDate(now))
  const plan = planOf(saved)
  if (plan === null || saved?.number !== number)
    return { view: await showPlan(visit), toast: tr.text('toast-refreshed') }
  const offers = await offersOf(visit, plan)
  for (const offer of await offersToFollow(visit, offers)) await followOffer(visit, offer)
  const followed = await repos.tracking.list(chatId)
  const args = {
    followed: String(offers.filter((offer) => followed.some((one) => sameOffer(one, offer))).length),
    of: String(plan.entries.length),
  }
  return { view: await showPlan(visit), toast: tr.text('toast-plan-followed', args) }
}
