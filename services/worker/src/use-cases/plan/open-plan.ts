import { kyivDate } from '@abitly/text'
import { addGradesButton, menuButton } from '../buttons.ts'
import type { Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import { planOf } from './plan-content.ts'
import { showPlan } from './plan-view.ts'
import { askWishes, findWishes } from './wishes-dialogue.ts'

/** The last plan of the day, which costs nothing; without one, what to make it from. */
export async function openPlan(visit: Visit): Promise<Step> {
  const { repos, student, now } = visit
  if (planOf(await repos.plans.lastOf(student.chatId, kyivDate(now))) === null) return openWishes(visit)
  return { view: await showPlan(visit), previousMessageId: null }
}

/** What a plan is to be made from; without grades there is nothing to plan with. */
export async function openWishes(visit: Visit): Promise<Step> {
  const { repos, student, tr } = visit
  const results = await repos.grades.ofStudent(student.chatId)
  if (results.length === 0) {
    const keyboard = [[addGradesButton(tr, null)], [menuButton(tr)]]
    return { view: { text: tr.text('plan-no-grades'), keyboard }, previousMessageId: null }
  }
  const live = await findWishes(visit)
  return askWishes(visit, { step: 'overview' }, live?.messageId ?? null)
}
