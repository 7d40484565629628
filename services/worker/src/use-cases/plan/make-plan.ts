import type { NmtResult, PlanWishes } from '@abitly/database'
import { campaignOf, composePlan, isNmtYear } from '@abitly/domain'
import type { Shortlist } from '@abitly/domain'
import { kyivDate } from '@abitly/text'
import type { Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import { gradesMark } from './grades-mark.ts'
import { judgedOffer } from './judge-candidates.ts'
import type { JudgedOffer } from './judge-candidates.ts'
import { noMatchView } from './no-match.ts'
import type { PlanContent } from './plan-content.ts'
import { showPlan } from './plan-view.ts'
import { wishesOf } from './wishes.ts'

/** As many applications for state-funded places as every campaign since 2023 allows. */
const APPLICATIONS = 5

/** Makes a plan, unless the day has had its share: then the last one is shown. */
export async function makePlan(visit: Visit, previousMessageId: number | null): Promise<Step> {
  const { repos, student, now, settings } = visit
  const day = kyivDate(now)
  const made = (await repos.plans.lastOf(student.chatId, day))?.number ?? 0
  if (made < settings.personalPlanDailyLimit) {
    const wishes = await wishesOf(visit)
    const results = await repos.grades.ofStudent(student.chatId)
    const plan = await planFor(visit, wishes, results)
    if (plan.kind === 'none')
      return { view: await noMatchView(visit, wishes, plan.shortlist), previousMessageId }
    await repos.plans.add(student.chatId, day, { number: made + 1, content: plan.content }, now)
  }
  await repos.dialogues.remove(student.chatId)
  const usedUp = made >= settings.personalPlanDailyLimit
  return { view: await showPlan(visit, { usedUp }), previousMessageId }
}

type Planned = { kind: 'plan'; content: PlanContent } | { kind: 'none'; shortlist: Shortlist }

/** From the newest year; where its first offers do not meet the wishes yet, from the year before, as in the search. */
async function planFor(visit: Visit, wishes: PlanWishes, results: readonly NmtResult[]): Promise<Planned> {
  let none: Planned = { kind: 'none', shortlist: { offerIds: [], total: 0, eligible: 0 } }
  for (const year of (await visit.repos.offers.years()).slice(0, 2)) {
    const planned = await planOf(visit, year, wishes, results)
    if (planned.kind === 'plan') return planned
    if (none.shortlist.total === 0) none = planned
  }
  return none
}

async function planOf(
  visit: Visit,
  year: number,
  wishes: PlanWishes,
  results: readonly NmtResult[],
): Promise<Planned> {
  const groups = await visit.repos.plans.groups(year, wishes)
  const known = results.flatMap(({ nmtYear, grades }) => (isNmtYear(nmtYear) ? [{ nmtYear, grades }] : []))
  const { specialityCodes, funding } = wishes
  const shortlist = await visit.shortlist({ year, groups, results: known, specialityCodes, funding })
  const candidates = await judged(visit, year, shortlist, wishes, results)
  const size = Math.min(APPLICATIONS, campaignOf(year)?.limits.budget ?? APPLICATIONS)
  const chosen = composePlan(candidates, size)
  if (chosen.length === 0) return { kind: 'none', shortlist }
  const { total, eligible } = shortlist
  const entries = chosen.map(({ offerId }) => ({ offerId }))
  return {
    kind: 'plan',
    content: { year, wishes, total, eligible, entries, gradesMark: gradesMark(results) },
  }
}

async function judged(
  { repos }: Visit,
  year: number,
  { offerIds }: Shortlist,
  wishes: PlanWishes,
  results: readonly NmtResult[],
): Promise<JudgedOffer[]> {
  const offers = await repos.offers.several(offerIds.map((offerId) => ({ offerId, year })))
  const lists = await repos.applicants.ofOffers(offers)
  return offers.flatMap((offer, index) => judgedOffer(offer, lists[index] ?? [], results, wishes) ?? [])
}
