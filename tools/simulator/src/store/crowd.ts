import type { CrowdPeople, CrowdStatus } from '../page-api.ts'
import { createCrowdNames } from './crowd-names.ts'
import type { User } from './model.ts'
import { isFound, toSimUser } from './page-view.ts'
import type { World } from './world.ts'

/** Far from the people that are made one by one. */
const FIRST_ID = 1_000_001
/** Every so many-th one speaks English, unless all are to speak one language. */
const ENGLISH_EVERY = 6
const USERNAME_EVERY = 3

/** Everybody who was made by number, in that order. */
export function crowdOf({ users }: World): User[] {
  return [...users.values()].filter((user) => user.crowd === true)
}

/** Makes people with ids that follow one another. Nobody hears of it yet. */
export function makeCrowd(
  world: World,
  { count, firstId, languageCode }: { count: number; firstId: number; languageCode?: string },
): User[] {
  const nameOf = createCrowdNames()
  const before = crowdOf(world).length
  return Array.from({ length: count }, (_, index) => {
    const [id, number] = [firstId + index, before + index]
    const spoken = number % ENGLISH_EVERY === ENGLISH_EVERY - 1 ? 'en' : 'uk'
    return world.add({
      ...{ id, ...nameOf(number), languageCode: languageCode ?? spoken, isAdmin: false, crowd: true },
      ...(number % USERNAME_EVERY === 0 ? { username: `crowd_${id}` } : {}),
    })
  })
}

/** The first id from which on `count` ids are free. */
export function freeIds({ users }: World, count: number): number {
  let first = FIRST_ID
  for (let id = first; id < first + count; id += 1) if (users.has(id)) first = id + 1
  return first
}

export function removeCrowd(world: World): void {
  for (const { id } of crowdOf(world)) {
    world.messages.forgetChat(id)
    world.remove(id)
  }
}

/** @param waiting people whose START is still on its way to the bot */
export function crowdStatus(world: World, waiting: number, working: boolean): CrowdStatus {
  const status = { size: 0, started: 0, answered: 0, blocked: 0, deactivated: 0 }
  for (const user of world.users.values()) {
    if (user.crowd !== true) continue
    status.size += 1
    if (user.started) status.started += 1
    if (user.received > 0) status.answered += 1
    if (user.deactivated === true) status.deactivated += 1
    else if (user.blocked) status.blocked += 1
  }
  return { ...status, delivered: status.started - waiting, working }
}

export function findInCrowd(world: World, search: string, limit: number): CrowdPeople {
  const found = crowdOf(world).filter((user) => isFound(user, search))
  return { total: found.length, people: found.slice(0, limit).map(toSimUser) }
}

/** How many people of the crowd got how many messages: who was left out or written to twice shows at once. */
export function receivedCounts(world: World): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { received } of crowdOf(world)) counts[received] = (counts[received] ?? 0) + 1
  return counts
}
