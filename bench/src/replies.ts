import { createTestRedis } from '@abitly/testing'
import { CONTENDER_NAMES } from './limiters/contenders.ts'
import { median, quantile, say, table } from './support/figures.ts'
import { runFleet } from './support/fleet.ts'
import type { FleetRun, FleetSpec } from './support/fleet.ts'
import { amount } from './support/quick.ts'
import type { Arrival } from './support/sink.ts'

const CAPS = [30, 300]
const PROCESSES = 4
const PER_SECOND = 20
const SECONDS = amount(15, 3)

/** How long the limiter makes a reply wait while bulk takes all it can get. */
export async function benchReplies(): Promise<void> {
  say(
    `Replies: ${PER_SECOND}/s to different chats for ${SECONDS} s, ${PROCESSES} processes full of bulk, in turns, AOF always`,
  )
  const redis = await createTestRedis()
  try {
    const rows = [HEAD]
    for (const cap of CAPS) {
      const runs: FleetRun[] = []
      for (const contender of CONTENDER_NAMES) {
        const spec = { contender, processes: PROCESSES, cap, repliesPerSecond: PER_SECOND, seconds: SECONDS }
        const run = await runFleet(spec, redis.url)
        runs.push(run)
        rows.push(figures(spec, run, runs[0] ?? run))
      }
    }
    table(rows)
  } finally {
    await redis.stop()
  }
}

const HEAD = ['cap/s', 'limiter', 'sent', 'wait p50 ms', 'p99 ms', 'max ms', 'p50 x ours', 'bulk rate / cap']

function figures(
  { cap, contender, repliesPerSecond, seconds }: FleetSpec,
  { bulk, replies }: FleetRun,
  ours: FleetRun,
): string[] {
  const waits = waitsOf(replies)
  const ms = (part: number): string => quantile(waits, part).toFixed(1)
  return [
    String(cap),
    contender,
    `${replies.length} of ${repliesPerSecond * seconds}`,
    ...[ms(0.5), ms(0.99), ms(1)],
    (median(waits) / median(waitsOf(ours.replies))).toFixed(1),
    (bulk.length / seconds / cap).toFixed(2),
  ]
}

const waitsOf = (replies: readonly Arrival[]): number[] => replies.map(({ waitedMs }) => waitedMs)
