import { createDatabase } from '@abitly/database'
import type { Campaign, Database } from '@abitly/database'
import { campaignPlan, createProducer } from '@abitly/queue'
import { closeRedis, connectRedis, createRedis, pause } from '@abitly/runtime'
import { startBroadcast } from './support/broadcast.ts'
import { megabytes, say, table } from './support/figures.ts'
import { SCHEMA, addPeople } from './support/people.ts'
import { amount } from './support/quick.ts'
import { createRig } from './support/rig.ts'
import type { Rig, RunningService } from './support/rig.ts'
import { watchServices } from './support/workers.ts'
import type { Usage } from './support/workers.ts'

const RECIPIENTS = amount(100_000, 3_000)
const CAP = 1_000
const WORKERS = 2
/** Sends in flight of one worker: its share of the cap, at a twentieth of a second each. */
const IN_FLIGHT = 25
/** A campaign in which nothing happens for so long is stuck. */
const STUCK_MS = 60_000

/** A broadcast from its start to its end: real services, against the simulator. */
export async function benchCampaign(): Promise<void> {
  say(
    `Campaign: ${RECIPIENTS} recipients at ${CAP}/s, ${WORKERS} workers with ${IN_FLIGHT} sends in flight each, AOF always`,
  )
  const rig = await createRig()
  const database = createDatabase({ url: rig.databaseUrl, schema: SCHEMA, ssl: false, poolSize: 2 })
  try {
    const { simulator, workers } = await startServices(rig)
    const watch = await watchServices(workers)
    const campaignId = await startBroadcast(database)
    await enqueuePlanning(rig, campaignId)
    const campaign = await untilFinished(database, campaignId)
    const tally = await database.repositories.deliveries.tally(campaignId)
    table(figures(campaign, await watch.usage(), await statsOf(simulator)))
    say(
      `  states: ${Object.entries(tally)
        .map(([state, count]) => `${state} ${count}`)
        .join(', ')}`,
    )
    const total = Object.values(tally).reduce((sum, count) => sum + count, 0)
    say(`  in all: ${total} of ${RECIPIENTS}`)
  } finally {
    await database.close()
    await rig.stop()
  }
}

async function startServices(rig: Rig): Promise<{ simulator: RunningService; workers: RunningService[] }> {
  const simulator = await rig.start('simulator', {
    SIMULATOR_BULK_PER_SECOND: String(CAP),
    SIMULATOR_CROWD_MESSAGES: '0',
  })
  const { firstId } = await makeCrowd(simulator)
  await addPeople(rig.databaseUrl, firstId, RECIPIENTS)
  const env = {
    TELEGRAM_API_ROOT: simulator.url,
    SEND_RATE_PER_SECOND: String(CAP),
    SEND_MAX_CONCURRENCY: String(IN_FLIGHT),
  }
  const workers: RunningService[] = []
  while (workers.length < WORKERS) workers.push(await rig.start('worker', env))
  await rig.start('scheduler', env)
  return { simulator, workers }
}

/** People of the simulator who have pressed START long ago. */
async function makeCrowd({ url }: RunningService): Promise<{ firstId: number }> {
  const response = await fetch(`${url}/sim/crowd`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ count: RECIPIENTS, press: false }),
  })
  if (!response.ok)
    throw new Error(`The simulator made no crowd: ${response.status} ${await response.text()}`)
  return (await response.json()) as { firstId: number }
}

async function enqueuePlanning({ redis: { url } }: Rig, campaignId: string): Promise<void> {
  const redis = createRedis({ url, profile: 'worker', name: 'bench' })
  await connectRedis(redis)
  const producer = createProducer(redis)
  await producer.enqueue(campaignPlan, { campaignId })
  await producer.close()
  await closeRedis(redis)
}

/** @throws Error when the campaign stops, or nothing happens for a minute */
async function untilFinished({ repositories }: Database, campaignId: string): Promise<Campaign> {
  const { campaigns, deliveries } = repositories
  let last = { pending: Number.NaN, at: Date.now() }
  for (;;) {
    const campaign = await campaigns.find(campaignId)
    if (campaign?.state === 'finished') return campaign
    const tally = await deliveries.tally(campaignId)
    if (tally.pending !== last.pending) last = { pending: tally.pending, at: Date.now() }
    if (campaign?.state === 'paused' || Date.now() - last.at > STUCK_MS) {
      throw new Error(
        `The campaign is ${campaign?.state ?? 'gone'} and does not go on: ${JSON.stringify(tally)}`,
      )
    }
    await pause(1_000)
  }
}

interface SimulatorStats {
  violations: number
  bulk: { sends: number; perSecondMax: number }
}

async function statsOf({ url }: RunningService): Promise<SimulatorStats> {
  return (await (await fetch(`${url}/sim/stats`)).json()) as SimulatorStats
}

function figures(
  { startedAt, plannedAt, finishedAt }: Campaign,
  { growth, cpuSeconds }: Usage,
  { violations, bulk }: SimulatorStats,
): string[][] {
  const seconds = (from: Date | null, upto: Date | null): number =>
    ((upto?.getTime() ?? Number.NaN) - (from?.getTime() ?? Number.NaN)) / 1_000
  const perSecond = bulk.sends / seconds(plannedAt, finishedAt)
  return [
    [
      'planning s',
      'sending s',
      'sends/s',
      'rate / cap',
      'busiest second / cap',
      'violations',
      'worker CPU ms / send',
      'a worker grew by MB',
    ],
    [
      seconds(startedAt, plannedAt).toFixed(1),
      seconds(plannedAt, finishedAt).toFixed(1),
      perSecond.toFixed(0),
      (perSecond / CAP).toFixed(2),
      (bulk.perSecondMax / CAP).toFixed(2),
      String(violations),
      ((cpuSeconds * 1_000) / bulk.sends).toFixed(1),
      megabytes(growth),
    ],
  ]
}
