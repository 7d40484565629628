import type { FilterChoice, OpenDayFilters } from '@abitly/database'
import type { ChoiceField } from '../choices/choice-field.ts'

/** What is chosen of one kind, as the ids its buttons carry. */
export function chosenOf(filters: OpenDayFilters, field: ChoiceField): string[] {
  switch (field) {
    case 'region':
      return filters.regionIds.map(String)
    case 'university':
      return filters.universityIds.map(String)
    case 'speciality':
      return filters.specialityCodes
  }
}

/** How many choices there are in all. */
export function choicesIn({ regionIds, specialityCodes, universityIds }: OpenDayFilters): number {
  return regionIds.length + specialityCodes.length + universityIds.length
}

/** The same filters with nothing chosen of one kind. */
export function without(filters: OpenDayFilters, field: ChoiceField): OpenDayFilters {
  switch (field) {
    case 'region':
      return { ...filters, regionIds: [] }
    case 'university':
      return { ...filters, universityIds: [] }
    case 'speciality':
      return { ...filters, specialityCodes: [] }
  }
}

/** A choice by the id its button carries. */
export function choiceOf(field: ChoiceField, id: string): FilterChoice {
  return field === 'speciality' ? { field, id } : { field, id: Number(id) }
}
