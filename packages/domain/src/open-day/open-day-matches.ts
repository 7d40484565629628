/** What a student wants to hear of; an empty list: this dimension is not set. */
export interface OpenDayFilter {
  readonly regionIds: readonly number[]
  readonly universityIds: readonly number[]
  readonly specialityCodes: readonly string[]
}

/** What an open day is about, as far as filters ask. */
export interface OpenDayTraits {
  readonly regionId: number
  readonly universityId: number
  /** Specialities of the faculty, or of the whole university. */
  readonly specialityCodes: readonly string[]
}

/** Whether a student is to hear of an open day: at least one dimension is set, and all that are set match. */
export function openDayMatches(filter: OpenDayFilter, openDay: OpenDayTraits): boolean {
  const { regionIds, universityIds, specialityCodes } = filter
  if (regionIds.length + universityIds.length + specialityCodes.length === 0) return false
  return (
    meets(regionIds, [openDay.regionId]) &&
    meets(universityIds, [openDay.universityId]) &&
    meets(specialityCodes, openDay.specialityCodes)
  )
}

function meets<T>(wanted: readonly T[], present: readonly T[]): boolean {
  return wanted.length === 0 || wanted.some((one) => present.includes(one))
}
