import type { AudienceFilter } from '@abitly/database'
import type { ChoiceField } from '../choices/choice-field.ts'
import type { AudienceBase } from './broadcast-answer.ts'

/** Everybody: what a broadcast begins with. */
export const EVERYBODY: AudienceFilter = {
  base: 'all',
  testChatIds: [],
  regionIds: [],
  universityIds: [],
  specialityCodes: [],
  language: null,
  activeWithinDays: null,
}

const LANGUAGES = [null, 'uk', 'en'] as const
const ACTIVITY_DAYS = [null, 7, 30, 90] as const

/** Another basis. The test list is exactly the admins: no condition narrows it. */
export function withBase(
  filter: AudienceFilter,
  base: AudienceBase,
  adminIds: ReadonlySet<bigint>,
): AudienceFilter {
  if (base === 'test') return { ...EVERYBODY, base, testChatIds: [...adminIds].map(String) }
  return { ...filter, base, testChatIds: [] }
}

/** Any language, then one after the other. */
export function withNextLanguage(filter: AudienceFilter): AudienceFilter {
  return { ...filter, language: next(LANGUAGES, filter.language) }
}

/** Any activity, then within 7, 30, 90 days. */
export function withNextActivity(filter: AudienceFilter): AudienceFilter {
  return { ...filter, activeWithinDays: next(ACTIVITY_DAYS, filter.activeWithinDays) }
}

/** What is chosen in a field, as the ids its buttons carry. */
export function chosenIn(filter: AudienceFilter, field: ChoiceField): string[] {
  switch (field) {
    case 'region':
      return filter.regionIds.map(String)
    case 'university':
      return filter.universityIds.map(String)
    case 'speciality':
      return filter.specialityCodes
  }
}

/** Adds a choice, or takes it back. */
export function withToggled(filter: AudienceFilter, field: ChoiceField, id: string): AudienceFilter {
  const chosen = chosenIn(filter, field)
  const changed = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
  return withChosen(filter, field, changed)
}

/** Takes all choices of a field back. */
export function withCleared(filter: AudienceFilter, field: ChoiceField): AudienceFilter {
  return withChosen(filter, field, [])
}

function withChosen(filter: AudienceFilter, field: ChoiceField, ids: readonly string[]): AudienceFilter {
  switch (field) {
    case 'region':
      return { ...filter, regionIds: ids.map(Number) }
    case 'university':
      return { ...filter, universityIds: ids.map(Number) }
    case 'speciality':
      return { ...filter, specialityCodes: [...ids] }
  }
}

function next<T>(values: readonly T[], current: unknown): T | null {
  const index = values.findIndex((value) => value === current)
  return values[(index + 1) % values.length] ?? null
}
