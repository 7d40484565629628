import { closeRedis, connectRedis, createRedis } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import type { PlannerName } from './planners/planners.ts'
import { runChild } from './support/child.ts'
import { megabytes, say, table } from './support/figures.ts'
import { addPeople } from './support/people.ts'
import type { PlannerOrder, PlannerResult } from './support/planner-process.ts'
import { amount } from './support/quick.ts'
import { usedMemory } from './support/redis-load.ts'
import { createRig } from './support/rig.ts'
import type { Rig } from './support/rig.ts'

const RECIPIENTS = amount(1_000_000, 50_000)
/** An INSERT each takes long: a part of them says enough. */
const SAMPLE = amount(20_000, 5_000)
const TURNS: readonly [PlannerName, number][] = [
  ['ours: rows by INSERT … SELECT', RECIPIENTS],
  ['a BullMQ job each (addBulk)', RECIPIENTS],
  ['an INSERT each', SAMPLE],
]

/** A broadcast to everybody, from the start to its first message being ready to be sent. */
export async function benchPlanning(): Promise<void> {
  say(
    `Planning: ${RECIPIENTS} recipients, PostgreSQL without fsync, AOF always, each way in a process of its own`,
  )
  const rig = await createRig()
  const redis = createRedis({ url: rig.redis.url, profile: 'worker', name: 'bench' })
  try {
    await connectRedis(redis)
    await addPeople(rig.databaseUrl, 1, RECIPIENTS)
    const rows = [
      ['way', 'recipients', 'seconds', 'recipients/s', 'ratio', 'process grew by MB', 'Redis grew by MB'],
    ]
    let oursPerSecond = Number.NaN
    for (const [planner, limit] of TURNS) {
      const { recipients, seconds, growth, stored } = await plan({ planner, limit }, rig, redis)
      const perSecond = recipients / seconds
      if (rows.length === 1) oursPerSecond = perSecond
      rows.push([
        planner,
        recipients === RECIPIENTS ? String(recipients) : `${RECIPIENTS} by ${recipients}`,
        (RECIPIENTS / perSecond).toFixed(1),
        perSecond.toFixed(0),
        (perSecond / oursPerSecond).toFixed(3),
        megabytes(growth),
        megabytes(stored),
      ])
    }
    table(rows)
    say('  "by": so many were planned, and the seconds reckoned from them; the growth is that of these')
  } finally {
    await closeRedis(redis)
    await rig.stop()
  }
}

type Turn = Pick<PlannerOrder, 'planner' | 'limit'>

async function plan(
  turn: Turn,
  { databaseUrl, redis: { url: redisUrl } }: Rig,
  redis: Redis,
): Promise<PlannerResult & { stored: number }> {
  await redis.flushall()
  const before = await usedMemory(redis)
  const order: PlannerOrder = { ...turn, databaseUrl, redisUrl }
  const result = await runChild<PlannerResult>('planner-process', order)
  return { ...result, stored: Math.max(0, (await usedMemory(redis)) - before) }
}
