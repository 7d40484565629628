import { createTestRedis } from '@abitly/testing'
import { CONTENDER_NAMES } from './limiters/contenders.ts'
import { busiestSecond, say, table } from './support/figures.ts'
import { runFleet } from './support/fleet.ts'
import type { FleetRun, FleetSpec } from './support/fleet.ts'
import { amount } from './support/quick.ts'

const CAPS = [30, 300, 1_000]
const PROCESSES = [1, 4]
const SECONDS = amount(8, 2)

/** How near to its cap, and how far above it, a fleet of processes sends when there is always more to send. */
export async function benchLimiter(): Promise<void> {
  say(
    `Limiter: bulk without end for ${SECONDS} s each, in turns, every message to a chat of its own, AOF always`,
  )
  say(
    '  busiest second: most sends in any sliding second, as times of slots on the clock of Redis, and as they arrived',
  )
  const redis = await createTestRedis()
  try {
    const rows = [
      [
        'cap/s',
        'processes',
        'limiter',
        'rate / cap',
        'slots in busiest second / cap',
        'arrivals in busiest second / cap',
        'Redis scripts / send',
        'Redis CPU us / send',
      ],
    ]
    for (const cap of CAPS) {
      for (const processes of PROCESSES) {
        for (const contender of CONTENDER_NAMES) {
          const spec = { contender, processes, cap, repliesPerSecond: 0, seconds: SECONDS }
          rows.push(figures(spec, await runFleet(spec, redis.url)))
        }
      }
    }
    table(rows)
  } finally {
    await redis.stop()
  }
}

function figures({ cap, processes, contender, seconds }: FleetSpec, { bulk, load }: FleetRun): string[] {
  const slots = bulk.flatMap(({ slotUs }) => slotUs ?? [])
  const perCap = (count: number): string => (count / cap).toFixed(2)
  return [
    String(cap),
    String(processes),
    contender,
    perCap(bulk.length / seconds),
    slots.length === 0 ? '-' : perCap(busiestSecond(slots, 1_000_000)),
    perCap(busiestSecond(bulk.map(({ at }) => at))),
    (load.scripts / bulk.length).toFixed(2),
    (load.cpuUs / bulk.length).toFixed(0),
  ]
}
