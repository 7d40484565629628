import type { Tx } from './client.ts'
import type { OpenDayFilters } from './open-days/open-day.ts'

/** One choice of a filter: the id of a region or university, or the code of a speciality. */
export type FilterChoice =
  { field: 'region'; id: number } | { field: 'speciality'; id: string } | { field: 'university'; id: number }

/** What students chose to see of open days (`telegram_user_filter_*`). */
export interface OpenDayFiltersRepository {
  of(chatId: bigint): Promise<OpenDayFilters>
  /** Twice is the same as once. What is chosen must exist. */
  add(chatId: bigint, choice: FilterChoice): Promise<void>
  remove(chatId: bigint, choice: FilterChoice): Promise<void>
  clear(chatId: bigint, field: FilterChoice['field']): Promise<void>
}

export function createOpenDayFiltersRepository(tx: Tx): OpenDayFiltersRepository {
  return {
    of: (chatId) => filtersOf(tx, chatId),
    add: (chatId, choice) => add(tx, chatId, choice),
    remove: (chatId, choice) => remove(tx, chatId, choice),
    clear: (chatId, field) => clear(tx, chatId, field),
  }
}

async function filtersOf(tx: Tx, chatId: bigint): Promise<OpenDayFilters> {
  const [filters] = await tx.$queryRaw<OpenDayFilters[]>`
    SELECT ARRAY(SELECT region_id FROM telegram_user_filter_regions
                  WHERE telegram_chat_id = ${chatId}::bigint ORDER BY 1) AS "regionIds",
           ARRAY(SELECT speciality_code FROM telegram_user_filter_specialities
                  WHERE telegram_chat_id = ${chatId}::bigint ORDER BY 1) AS "specialityCodes",
           ARRAY(SELECT university_id FROM telegram_user_filter_universities
                  WHERE telegram_chat_id = ${chatId}::bigint ORDER BY 1) AS "universityIds"`
  return filters ?? { regionIds: [], specialityCodes: [], universityIds: [] }
}

async function add(tx: Tx, chatId: bigint, choice: FilterChoice): Promise<void> {
  const skipDuplicates = true
  switch (choice.field) {
    case 'region':
      await tx.telegramUserFilterRegion.createMany({
        data: [{ chatId, regionId: choice.id }],
        skipDuplicates,
      })
      break
    case 'speciality':
      await tx.telegramUserFilterSpeciality.createMany({
        data: [{ chatId, specialityCode: choice.id }],
        skipDuplicates,
      })
      break
    case 'university':
      await tx.telegramUserFilterUniversity.createMany({
        data: [{ chatId, universityId: choice.id }],
        skipDuplicates,
      })
      break
  }
}

async function remove(tx: Tx, chatId: bigint, choice: FilterChoice): Promise<void> {
  switch (choice.field) {
    case 'region':
      await tx.telegramUserFilterRegion.deleteMany({ where: { chatId, regionId: choice.id } })
      break
    case 'speciality':
      await tx.telegramUserFilterSpeciality.deleteMany({ where: { chatId, specialityCode: choice.id } })
      break
    case 'university':
      await tx.telegramUserFilterUniversity.deleteMany({ where: { chatId, universityId: choice.id } })
      break
  }
}

async function clear(tx: Tx, chatId: bigint, field: FilterChoice['field']): Promise<void> {
  switch (field) {
    case 'region':
      await tx.telegramUserFilterRegion.deleteMany({ where: { chatId } })
      break
    case 'speciality':
      await tx.telegramUserFilterSpeciality.deleteMany({ where: { chatId } })
      break
    case 'university':
      await tx.telegramUserFilterUniversity.deleteMany({ where: { chatId } })
      break
  }
}
