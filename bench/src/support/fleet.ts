import { closeRedis, connectRedis, createRedis, pause } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { waitFor } from '@abitly/testing'
import type { OwnedProcess } from '@abitly/testing'
import type { ContenderName } from '../limiters/contenders.ts'
import { startChild } from './child.ts'
import { readLoad } from './redis-load.ts'
import type { RedisLoad } from './redis-load.ts'
import type { SenderOrder } from './sender-process.ts'
import { openSink } from './sink.ts'
import type { Arrival, Sink } from './sink.ts'

export interface FleetSpec {
  contender: ContenderName
  processes: number
  /** Sends per second, of all processes together. */
  cap: number
  /** Of all processes together; 0: bulk only. */
  repliesPerSecond: number
  seconds: number
}

/** What a fleet did in the seconds that count. */
export interface FleetRun {
  bulk: Arrival[]
  /** Those asked for in these seconds, also when they arrived later. */
  replies: Arrival[]
  /** Of Redis, for this run alone. */
  load: RedisLoad
}

/** Our limiter lets bulk wait for a second on an empty Redis; peers begin with a burst. Neither counts. */
const WARM_UP_MS = 2_000
/** For replies that are still on their way at the end. */
const GRACE_MS = 10_000
/** Bulk sends at once in each process: as many as a worker has by default, or as a Telegram that takes 50 ms asks for. */
const placesFor = (cap: number): number => Math.max(5, cap / 20)
/** A backlog must not run dry where more is sent than the cap. */
const ENOUGH = 1.5

/** Runs a fleet of processes that send as much as their limiter lets them, on a Redis that is emptied first. */
export async function runFleet(spec: FleetSpec, redisUrl: string): Promise<FleetRun> {
  const redis = createRedis({ url: redisUrl, profile: 'worker', name: 'bench' })
  await connectRedis(redis)
  await redis.flushall()
  const sink = await openSink()
  const orders = ordersOf(spec, redisUrl, sink.url)
  const fleet = await Promise.all(orders.map((order) => startChild('sender-process', order)))
  try {
    await allReady(fleet, sink)
    sink.go()
    await pause(WARM_UP_MS)
    const run = await measure(spec, sink, redis)
    mustRun(fleet)
    return run
  } finally {
    await Promise.all(fleet.map((sender) => sender.stop()))
    sink.close()
    await closeRedis(redis)
  }
}

function ordersOf(
  { contender, processes, cap, repliesPerSecond, seconds }: FleetSpec,
  redisUrl: string,
  sinkUrl: string,
): SenderOrder[] {
  const replyEveryMs = repliesPerSecond === 0 ? 0 : (processes * 1_000) / repliesPerSecond
  const sends = cap * (seconds + (WARM_UP_MS + GRACE_MS) / 1_000)
  return Array.from({ length: processes }, (_, index) => ({
    ...{ contender, redisUrl, sinkUrl, cap, replyEveryMs },
    places: placesFor(cap),
    backlog: Math.ceil((sends * ENOUGH) / processes),
    replyOffsetMs: (replyEveryMs * index) / processes,
  }))
}

async function allReady(fleet: readonly OwnedProcess[], sink: Sink): Promise<void> {
  const ready = (): boolean => {
    return sink.waiting() === fleet.length || fleet.some((sender) => !sender.isRunning())
  }
  await waitFor(ready, { what: 'all senders to be ready', timeoutMs: 60_000 })
  mustRun(fleet)
}

function mustRun(fleet: readonly OwnedProcess[]): void {
  const dead = fleet.find((sender) => !sender.isRunning())
  if (dead !== undefined) throw new Error(`${dead.name} died: ${dead.logs()}`)
}

async function measure(
  { repliesPerSecond, seconds }: FleetSpec,
  sink: Sink,
  redis: Redis,
): Promise<FleetRun> {
  const before = await readLoad(redis)
  const from = performance.now()
  await pause(seconds * 1_000)
  const upto = performance.now()
  const after = await readLoad(redis)
  const within = (moment: number): boolean => moment >= from && moment < upto
  const replies = (): Arrival[] =>
    sink.arrivals.filter(({ lane, at, waitedMs }) => lane === 'reply' && within(at - waitedMs))
  for (let waited = 0; waited < GRACE_MS && replies().length < repliesPerSecond * seconds; waited += 100) {
    await pause(100)
  }
  return {
    bulk: sink.arrivals.filter(({ lane, at }) => lane === 'bulk' && within(at)),
    replies: replies(),
    load: { scripts: after.scripts - before.scripts, cpuUs: after.cpuUs - before.cpuUs },
  }
}
