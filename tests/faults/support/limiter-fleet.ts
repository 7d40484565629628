import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeRedis, createRedis } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { createLimiter } from '../../../packages/telegram/src/index.ts'
import type { Limiter, LimiterOptions, SendLane } from '../../../packages/telegram/src/index.ts'
import { createTempFolder, createTestRedis, spawnService, waitFor } from '@abitly/testing'
import type { ControlledServer, OwnedProcess } from '@abitly/testing'

const SCRIPT = new URL('./limiter-process.ts', import.meta.url).pathname

/** What one process sends. */
export interface SenderOptions {
  lane: SendLane
  /** Sends it has in flight or in line at once. */
  callers: number
  /** Each caller keeps to one of so many chats, which all processes share; 0: a new chat for each send. Default: 0. */
  chats?: number
  /** Each caller rests up to so long after a send. Default: 30. */
  jitterMs?: number
}

/** One send as its process wrote it down. Times are microseconds. */
export interface Sent {
  pid: number
  lane: SendLane
  chat: number
  /** The time of its slot, on Redis' clock. */
  at: number
  /** When it left. */
  went: number
  /** Scripts this process has run so far. */
  scripts: number
}

/** Processes that share one send budget, on a Redis of their own. */
export interface LimiterFleet {
  readonly server: ControlledServer
  readonly redis: Redis
  /** The test's own way to the same budget. */
  readonly limiter: Limiter
  readonly processes: readonly OwnedProcess[]
  /** Everything sent so far, by time of its slot. */
  sent(): Sent[]
  /** Resolves when so much has been sent that `enough` says yes. */
  sentEnough(enough: (sent: Sent[]) => boolean, what: string): Promise<Sent[]>
  now(): Promise<number>
  stop(): Promise<void>
}

/** Starts processes and lets them begin together. */
export async function startLimiterFleet(
  options: LimiterOptions,
  senders: readonly SenderOptions[],
): Promise<LimiterFleet> {
  const server = await createTestRedis()
  const redis = createRedis({ url: server.url, profile: 'worker', name: 'limiter-fleet' })
  const folder = createTempFolder('senders')
  const journals = senders.map((_, index) => join(folder.path, `${index}.jsonl`))
  const processes = await Promise.all(
    senders.map((sender, index) =>
      spawnSender(sender, {
        REDIS_URL: server.url,
        LIMITER: JSON.stringify(options),
        JOURNAL: journals[index] ?? '',
      }),
    ),
  )
  const sent = (): Sent[] => journals.flatMap(readJournal).sort((a, b) => a.at - b.at)
  await waitFor(async () => (await waitingSenders(redis)) === senders.length, {
    what: `${senders.length} senders to start; they wrote: ${processes.map((child) => child.logs()).join('')}`,
    timeoutMs: 60_000,
  })
  await redis.rpush('t:start', ...senders.map(String))
  return {
    server,
    redis,
    limiter: createLimiter(redis, options),
    processes,
    sent,
    async sentEnough(enough, what) {
      await waitFor(() => enough(sent()), { what, timeoutMs: 60_000, intervalMs: 100 })
      return sent()
    },
    async now() {
      const [seconds, us] = await redis.time()
      return Number(seconds) * 1e6 + Number(us)
    },
    async stop() {
      await Promise.all(processes.map((child) => child.stop()))
      await closeRedis(redis)
      await server.stop()
      folder.remove()
    },
  }
}

function spawnSender(sender: SenderOptions, env: Record<string, string>): Promise<OwnedProcess> {
  return spawnService({
    name: `${sender.lane} sender`,
    script: SCRIPT,
    nodeArgs: ['--import', 'tsx', '--conditions=development'],
    env: { ...env, SENDER: JSON.stringify({ chats: 0, jitterMs: 30, ...sender }) },
  })
}

async function waitingSenders(redis: Redis): Promise<number> {
  const clients = String(await redis.client('LIST'))
  return clients.split('\n').filter((client) => client.includes('cmd=blpop')).length
}

/** Whole lines only: the last one may still be on its way. */
function readJournal(path: string): Sent[] {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Sent)
}

/** The most slots in any sliding second. */
export function busiestSecond(sent: readonly Sent[]): number {
  const times = sent.map(({ at }) => at).sort((a, b) => a - b)
  let most = 0
  for (let first = 0, last = 0; last < times.length; last += 1) {
    while (times[last]! - times[first]! >= 1_000_000) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** Sends a second, from the first slot to the last. */
export function rateOf(sent: readonly Sent[]): number {
  const [first, last] = [sent[0]?.at ?? 0, sent.at(-1)?.at ?? 0]
  return ((sent.length - 1) / (last - first)) * 1_000_000
}

/** Scripts that ran for each send, over all processes. */
export function scriptsPerSend(sent: readonly Sent[]): number {
  const scripts = new Map<number, number>()
  for (const { pid, scripts: count } of sent) scripts.set(pid, Math.max(scripts.get(pid) ?? 0, count))
  return [...scripts.values()].reduce((sum, count) => sum + count, 0) / sent.length
}
