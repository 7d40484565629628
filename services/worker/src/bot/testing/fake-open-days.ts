import type {
  FilterChoice,
  OpenDay,
  OpenDayFilters,
  RegionChoice,
  Repositories,
  SpecialityChoice,
  UniversityChoice,
} from '@abitly/database'

/** Open days of the fake database, and what can be chosen. */
export interface FakeOpenDays {
  /** By date; who attends them is kept apart. */
  openDays: OpenDay[]
  /** Ids of open days by chat. */
  attended: Map<bigint, Set<number>>
  filters: Map<bigint, OpenDayFilters>
  regions: RegionChoice[]
  universities: UniversityChoice[]
  specialities: SpecialityChoice[]
}

const NO_FILTERS: OpenDayFilters = { regionIds: [], specialityCodes: [], universityIds: [] }

export function noOpenDays(): FakeOpenDays {
  return {
    openDays: [],
    attended: new Map(),
    filters: new Map(),
    regions: [],
    universities: [],
    specialities: [],
  }
}

/** Open days in memory. None of them has a speciality. */
export function fakeOpenDays(data: FakeOpenDays): Repositories['openDays'] {
  const attends = (chatId: bigint, id: number): boolean => data.attended.get(chatId)?.has(id) === true
  const seenBy = (chatId: bigint) => (openDay: OpenDay) => ({
    ...openDay,
    attending: attends(chatId, openDay.openDayId),
  })
  const coming = (filters: OpenDayFilters, today: string): OpenDay[] =>
    data.openDays.filter((openDay) => openDay.date >= today && meets(openDay, filters))
  const mine = (chatId: bigint): OpenDay[] =>
    data.openDays.filter(({ openDayId }) => attends(chatId, openDayId))
  const refuse = (): never => {
    throw new Error('Features of students tell nobody else of open days')
  }
  return {
    countComing: async (filters, today) => coming(filters, today).length,
    coming: async (chatId, filters, { today, offset, limit }) =>
      coming(filters, today)
        .slice(offset, offset + limit)
        .map(seenBy(chatId)),
    countAttended: async (chatId, today) => {
      const ahead = mine(chatId).filter(({ date }) => date >= today)
      return { all: mine(chatId).length, coming: ahead.length }
    },
    attended: async (chatId, { today, offset, limit }) => {
      const ahead = mine(chatId).filter(({ date }) => date >= today)
      const past = mine(chatId).filter(({ date }) => date < today)
      return [...ahead, ...past.toReversed()].slice(offset, offset + limit).map(seenBy(chatId))
    },
    find: async (chatId, id) =>
      data.openDays.filter(({ openDayId }) => openDayId === id).map(seenBy(chatId))[0] ?? null,
    attend: async (chatId, id) => {
      data.attended.set(chatId, new Set([...(data.attended.get(chatId) ?? []), id]))
    },
    leave: async (chatId, id) => {
      data.attended.get(chatId)?.delete(id)
    },
    university: async (id) => {
      const found = data.universities.find((one) => one.id === id)
      if (found === undefined) return null
      const { regionId, nameUk, nameEn, shortUk, shortEn } = found
      const [name, short] = [
        { uk: nameUk, en: nameEn },
        { uk: shortUk, en: shortEn },
      ]
      return { universityId: id, regionId, name, short }
    },
    ...{ edited: refuse, lockTelling: refuse, filterHolders: refuse, told: refuse },
    ...{ onDates: refuse, interested: refuse },
  }
}

/** Filters in memory. */
export function fakeOpenDayFilters(data: FakeOpenDays): Repositories['openDayFilters'] {
  const of = (chatId: bigint): OpenDayFilters => data.filters.get(chatId) ?? NO_FILTERS
  const change = (
    chatId: bigint,
    field: FilterChoice['field'],
    to: <T>(ids: T[], id: T) => T[],
    id: unknown,
  ) => {
    const { regionIds, specialityCodes, universityIds } = of(chatId)
    const changed: OpenDayFilters = {
      regionIds: field === 'region' ? to(regionIds, id as number) : regionIds,
      specialityCodes: field === 'speciality' ? to(specialityCodes, id as string) : specialityCodes,
      universityIds: field === 'university' ? to(universityIds, id as number) : universityIds,
    }
    data.filters.set(chatId, changed)
  }
  return {
    of: async (chatId) => of(chatId),
    add: async (chatId, { field, id }) => {
      change(chatId, field, (ids, added) => [...ids.filter((one) => one !== added), added], id)
    },
    remove: async (chatId, { field, id }) => {
      change(chatId, field, (ids, removed) => ids.filter((one) => one !== removed), id)
    },
    clear: async (chatId, field) => {
      change(chatId, field, () => [], null)
    },
  }
}

function meets(openDay: OpenDay, { regionIds, specialityCodes, universityIds }: OpenDayFilters): boolean {
  const { regionId, universityId } = openDay
  return (
    (regionIds.length === 0 || regionIds.includes(regionId)) &&
    (universityIds.length === 0 || universityIds.includes(universityId)) &&
    specialityCodes.length === 0
  )
}
