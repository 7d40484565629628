import type { Tx } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { findPlanGroups } from './plan-groups.ts'
import type { PlanGroup } from './plan-groups.ts'
import type { PlanWishes } from './plan-wishes.ts'

/** A plan as it was made. */
export interface SavedPlan {
  /** 1, 2… within its day. */
  number: number
  /** Whatever JSON was saved; its owner validates it. */
  content: unknown
}

/** Wishes and plans of students (`plan_wishes`, `admission_plans`). */
export interface PlansRepository {
  /** Null for who has chosen nothing yet. */
  wishes(chatId: bigint): Promise<PlanWishes | null>
  saveWishes(chatId: bigint, wishes: PlanWishes, now: Date): Promise<void>
  /** The last plan of a day in Kyiv, 'YYYY-MM-DD'; its number says how many there are. */
  lastOf(chatId: bigint, day: string): Promise<SavedPlan | null>
  /** @throws when the day has a plan with this number: the caller numbers them, one update of a chat at a time */
  add(chatId: bigint, day: string, plan: SavedPlan, now: Date): Promise<void>
  /** All offers of a year that meet the wishes, by the rules they share. */
  groups(year: number, wishes: PlanWishes): Promise<PlanGroup[]>
  /** Deletes what was made before; returns how many. */
  purge(before: Date): Promise<number>
}

export function createPlansRepository(tx: Tx): PlansRepository {
  return {
    wishes: async (chatId) => {
      const [row] = await tx.$queryRaw<PlanWishes[]>`
        SELECT speciality_codes AS "specialityCodes", region_ids AS "regionIds", funding
          FROM plan_wishes WHERE telegram_chat_id = ${chatId}`
      return row ?? null
    },
    saveWishes: async (chatId, wishes, now) => {
      const data = { ...wishes, updatedAt: now }
      await tx.planWish.upsert({ where: { chatId }, create: { chatId, ...data }, update: data })
    },
    lastOf: async (chatId, day) => {
      const where = { chatId, day: new Date(day) }
      const row = await tx.admissionPlan.findFirst({ where, orderBy: { number: 'desc' } })
      return row === null ? null : { number: row.number, content: row.content }
    },
    add: async (chatId, day, { number, content }, now) => {
      const json = content as Prisma.InputJsonValue
      await tx.admissionPlan.create({
        data: { chatId, day: new Date(day), number, content: json, madeAt: now },
      })
    },
    groups: (year, wishes) => findPlanGroups(tx, year, wishes),
    purge: async (before) => (await tx.admissionPlan.deleteMany({ where: { madeAt: { lt: before } } })).count,
  }
}
