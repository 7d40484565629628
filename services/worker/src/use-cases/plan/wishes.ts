import type { PlanWishes } from '@abitly/database'
import type { Visit } from '../visit.ts'
import type { WishField } from './wish-answer.ts'

/** Specialities one plan takes: more would be no wish. */
export const MOST_SPECIALITIES = 5

/** What the student wishes; until they have said it, what they want to hear of open days. */
export async function wishesOf({ repos, student }: Visit): Promise<PlanWishes> {
  const saved = await repos.plans.wishes(student.chatId)
  if (saved !== null) return saved
  const { specialityCodes, regionIds } = await repos.openDayFilters.of(student.chatId)
  return { specialityCodes: specialityCodes.slice(0, MOST_SPECIALITIES), regionIds, funding: 'budget' }
}

/** What is chosen of one kind, as the ids its buttons carry. */
export function wished(wishes: PlanWishes, field: WishField): string[] {
  return field === 'region' ? wishes.regionIds.map(String) : wishes.specialityCodes
}

/** The same wishes with these choices of one kind. */
export function withWished(wishes: PlanWishes, field: WishField, ids: readonly string[]): PlanWishes {
  return field === 'region'
    ? { ...wishes, regionIds: ids.map(Number) }
    : { ...wishes, specialityCodes: [...ids] }
}
