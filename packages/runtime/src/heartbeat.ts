import { pause } from './clock.ts'
import type { Logger } from './logger.ts'
import { loadScript, runScript } from './lua.ts'
import type { LuaReply } from './lua.ts'
import type { Metrics } from './metrics.ts'
import type { Redis } from './redis.ts'

const BEAT = loadScript(new URL('../lua/beat-3.lua', import.meta.url))
const READ = loadScript(new URL('../lua/read-heartbeats-3.lua', import.meta.url))

const INDEX = '{abitly}:heartbeats'
/** What the scripts work on: beats of processes, last signs of services, since when there has been no gap. */
const KEYS = [INDEX, `${INDEX}:services`, `${INDEX}:since`]
/** What others rely on: one key for each process, which holds UNIX seconds. */
const keyOf = (service: string, instance: string): string => `bot_heartbeat:${service}:${instance}`

const DAY_SECONDS = 86_400
/**
 * When nobody at all has beaten for so long, Redis was away, or everything was. Nobody is called silent for that
 * time: all would be, for the moment until their next beat.
 */
const GAP_SECONDS = 60
/** How long a stop waits for Redis. */
const GOODBYE_WITHIN_MS = 2_000

export interface HeartbeatOptions {
  /** The role: ingress, worker, scheduler. Holds no colon. */
  service: string
  /** The name of this process among those of its role: stable, so that a replacement takes its predecessor's place. */
  instance: string
  logger: Logger
  metrics: Pick<Metrics, 'gauge'>
  /** Default: 20 000. */
  everyMs?: number
}

export interface Heartbeat {
  /**
   * Stops. With a goodbye (the default) nobody will miss this process; without one its silence is noticed, as it
   * should be after a crash. Never rejects, and does not wait long for Redis.
   */
  close(goodbye?: boolean): Promise<void>
}

/**
 * Tells the fleet that this process lives, now and every 20 s. A beat that fails is made up for by the next one.
 * Frozen, a process does not beat.
 */
export function startHeartbeat(redis: Redis, options: HeartbeatOptions): Heartbeat {
  const { logger, everyMs = 20_000 } = options
  const closing = new AbortController()
  const report = reportMisses(logger)
  const noteBeat = watchBeats(options.metrics)
  let inFlight: Promise<void> | null = null

  const turn = (): void => {
    // Commands may wait for Redis as long as it takes; more of them would only queue up behind.
    if (inFlight !== null) {
      report(new Error('the last heartbeat is not answered yet'))
      return
    }
    inFlight = sendBeat(redis, options)
      .then(noteBeat)
      .then(() => report(null), report)
      .finally(() => {
        inFlight = null
      })
  }
  const keepBeating = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      turn()
      await pause(everyMs, closing.signal)
    }
  }
  void keepBeating()
  return {
    async close(goodbye = true) {
      closing.abort()
      if (!goodbye) return
      // A beat that overtook the goodbye would undo it.
      const said = (inFlight ?? Promise.resolve()).then(() => sayGoodbye(redis, options))
      await Promise.race([said.catch(() => undefined), pause(GOODBYE_WITHIN_MS)])
    },
  }
}

/** @returns when, in UNIX seconds of Redis */
async function sendBeat(redis: Redis, { service, instance }: HeartbeatOptions): Promise<number> {
  const args = [`${service}:${instance}`, service, '1', GAP_SECONDS]
  const at = Number(await runScript(redis, BEAT, KEYS, args))
  // Another slot of a Redis Cluster, so a command of its own.
  await redis.set(keyOf(service, instance), at, 'EX', DAY_SECONDS)
  return at
}

async function sayGoodbye(redis: Redis, { service, instance }: HeartbeatOptions): Promise<void> {
  const args = [`${service}:${instance}`, service, '0', GAP_SECONDS]
  await Promise.all([runScript(redis, BEAT, KEYS, args), redis.del(keyOf(service, instance))])
}

/** Warns at the first of several misses in a row. */
function reportMisses(logger: Logger): (error: unknown) => void {
  let missing = false
  return (error) => {
    if (error !== null && !missing) logger.warn({ err: error }, 'a heartbeat failed, trying again')
    missing = error !== null
  }
}

function watchBeats(metrics: Pick<Metrics, 'gauge'>): (at: number) => void {
  let last: number | null = null
  metrics.gauge('bot_heartbeat_timestamp', 'UNIX time of the last heartbeat of this process', [], (gauge) => {
    // 0 would be an answer, and a wrong one.
    if (last === null) gauge.remove()
    else gauge.set(last)
  })
  return (at) => {
    last = at
  }
}

/** One process's last sign of life. */
export interface Beat {
  service: string
  instance: string
  /** UNIX seconds. */
  at: number
}

/** What Redis knows of the fleet's life. All times are UNIX seconds of its clock. */
export interface Heartbeats {
  now: number
  /** Since when somebody has always been beating: nobody can be called silent for longer than that. */
  since: number
  /** Every process that did not say goodbye and was alive within a day. */
  beats: readonly Beat[]
  /** The last sign of each service by any of its processes, goodbyes included. */
  services: Readonly<Record<string, number>>
}

export async function readHeartbeats(redis: Redis): Promise<Heartbeats> {
  const [now, since, beats, services] = list(await runScript(redis, READ, KEYS, [DAY_SECONDS, GAP_SECONDS]))
  return {
    now: Number(now),
    since: Number(since),
    beats: pairs(beats).map(([member, at]) => ({ ...splitMember(member), at })),
    services: Object.fromEntries(pairs(services)),
  }
}

function splitMember(member: string): Pick<Beat, 'service' | 'instance'> {
  const colon = member.indexOf(':')
  return { service: member.slice(0, colon), instance: member.slice(colon + 1) }
}

function list(reply: LuaReply | undefined): readonly LuaReply[] {
  return Array.isArray(reply) ? (reply as readonly LuaReply[]) : []
}

function pairs(reply: LuaReply | undefined): [string, number][] {
  const flat = list(reply)
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[String(name), Number(flat[index + 1])]] : []))
}
