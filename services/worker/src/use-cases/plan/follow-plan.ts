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
  const added = await offersToFollow(visit, offers)
  for (const offer of added) await followOffer(visit, offer)
  const followed = await repos.tracking.list(chatId)
  const left = offers.filter((offer) => !followed.some((one) => sameOffer(one, offer))).length
  const toast = tr.text('toast-plan-followed', {
    ...{ added: String(added.length), left: String(left) },
    room: left === 0 ? 'enough' : added.length === 0 ? 'none' : 'some',
  })
  return { view: await showPlan(visit), toast }
}
