import { loadScript, randomId, runScript } from '@abitly/runtime'
import type { LuaReply, Redis } from '@abitly/runtime'
import { PREFIX } from '@abitly/queue'
import { conditionSchema } from './condition.ts'
import type { Condition } from './condition.ts'

const TAKE = loadScript(new URL('../lua/take-alert-2.lua', import.meta.url))
const OWNS = loadScript(new URL('../lua/owns-alert-2.lua', import.meta.url))
const MARK = loadScript(new URL('../lua/mark-told-1.lua', import.meta.url))
const FINISH = loadScript(new URL('../lua/finish-alert-2.lua', import.meta.url))
const FORGET = loadScript(new URL('../lua/forget-alert-1.lua', import.meta.url))

/** Ids that have an alert, perhaps: nobody should SCAN for flags. Holds too much rather than too little. */
const INDEX = `${PREFIX}:alerts`

/** What others rely on; the names of polling are older than the rest. */
export function flagOf(id: string): string {
  return id === 'polling' || id === 'role:polling' ? 'bot_polling_alert_sent' : `bot_alert_sent:${id}`
}
/** In the slot of its flag, so that scripts may change both. */
const noteOf = (id: string): string => `{${flagOf(id)}}:note`

export type Phase = 'start' | 'end'

/** The right to tell of one phase of one alert, and what is known of it. */
export interface Telling {
  id: string
  phase: Phase
  owner: string
  /** False: an earlier telling was broken off, or not everybody could be reached. */
  begins: boolean
  since: Date
  /** Only in phase `end`. */
  ended: Date
  gone: boolean
  /** Null: written by another version, or lost. */
  condition: Condition | null
  /** User ids of those who have had the message of this phase. */
  told: ReadonlySet<string>
}

export interface AlertFlags {
  /** Ids that may have an alert, each with a token for `forget`. */
  known(): Promise<Record<string, string>>
  takeStart(condition: Condition, since: Date): Promise<Telling | null>
  takeEnd(id: string, at: Date, gone: boolean): Promise<Telling | null>
  owns(telling: Telling): Promise<boolean>
  markTold(telling: Telling, admin: bigint): Promise<void>
  /** @param complete false: somebody must be told at the next run */
  finish(telling: Telling, complete: boolean): Promise<void>
  /** Takes an id that has no alert out of `known`. */
  forget(id: string, token: string): Promise<void>
}

export interface FlagOptions {
  /** How long telling may take before another process takes over, in milliseconds. */
  sendingMs: number
  /** For so long after a change nothing changes back, in milliseconds: replicas may know older news. */
  calmMs: number
}

/** The state of all alerts, in Redis: a flag, and beside it a note of who was told what. Changed by scripts only. */
export function createAlertFlags(redis: Redis, { sendingMs, calmMs }: FlagOptions): AlertFlags {
  const keys = (id: string): [string, string] => [flagOf(id), noteOf(id)]
  const take = async (id: string, phase: Phase, at: Date, about: string): Promise<Telling | null> => {
    const owner = randomId()
    const args = [owner, phase, sendingMs, calmMs, at.getTime(), about]
    const reply = await runScript(redis, TAKE, keys(id), args)
    return Array.isArray(reply) ? readTelling(id, phase, owner, reply as readonly LuaReply[]) : null
  }
  const enlist = (id: string): Promise<unknown> => redis.hset(INDEX, id, randomId())
  return {
    known: () => redis.hgetall(INDEX),
    async takeStart(condition, since) {
      // Before, so that a crash leaves no flag that nobody knows; after, because an end may have crossed it.
      await enlist(condition.id)
      const telling = await take(condition.id, 'start', since, JSON.stringify(condition))
      if (telling !== null) await enlist(condition.id)
      return telling
    },
    takeEnd: (id, at, gone) => take(id, 'end', at, gone ? '1' : ''),
    owns: async ({ id, owner }) => (await runScript(redis, OWNS, keys(id), [owner])) === 1,
    async markTold({ id, owner, phase }, admin) {
      await runScript(redis, MARK, [noteOf(id)], [owner, String(admin), phase])
    },
    async finish({ id, owner }, complete) {
      await runScript(redis, FINISH, keys(id), [owner, complete ? '1' : '0', calmMs])
    },
    async forget(id, token) {
      if ((await redis.exists(...keys(id))) === 0) await runScript(redis, FORGET, [INDEX], [id, token])
    },
  }
}

function readTelling(id: string, phase: Phase, owner: string, reply: readonly LuaReply[]): Telling {
  const [begins, ...flat] = reply
  const note = new Map<string, string>()
  for (let at = 0; at < flat.length; at += 2) note.set(String(flat[at]), String(flat[at + 1]))
  const told = [...note].flatMap(([field, last]) =>
    field.startsWith('told:') && last === phase ? [field.slice(5)] : [],
  )
  return {
    ...{ id, phase, owner, begins: begins === 1, told: new Set(told) },
    since: new Date(Number(note.get('since'))),
    ended: new Date(Number(note.get('ended') ?? 0)),
    gone: note.get('gone') === '1',
    condition: readCondition(note.get('facts')),
  }
}

function readCondition(facts: string | null | undefined): Condition | null {
  try {
    return conditionSchema.parse(JSON.parse(facts ?? 'null'))
  } catch {
    return null
  }
}

/** An alert that goes on. */
export interface ActiveAlert {
  id: string
  since: Date
  condition: Condition
}

/** What is wrong now, as far as it was alerted, the longest-lasting first: for a page that shows the state. */
export async function activeAlerts(redis: Redis): Promise<ActiveAlert[]> {
  const ids = await redis.hkeys(INDEX)
  const alerts = await Promise.all(
    ids.map(async (id) => {
      const [phase, since, facts] = await redis.hmget(noteOf(id), 'phase', 'since', 'facts')
      const condition = readCondition(facts)
      return phase !== 'start' || condition === null
        ? []
        : [{ id, since: new Date(Number(since)), condition }]
    }),
  )
  return alerts.flat().sort((a, b) => a.since.getTime() - b.since.getTime())
}
