import { randomInt } from 'node:crypto'
import { createLaneInlet, createMailbox } from '@abitly/queue'
import { closeRedis, createRedis } from '@abitly/runtime'
import { createTestRedis, spawnService, waitFor } from '@abitly/testing'
import type { ControlledServer, OwnedProcess } from '@abitly/testing'

const SCRIPT = new URL('./lane-process.ts', import.meta.url).pathname

/** A Redis, some lane processes, and a way in: everything a lane test plays with. */
export interface LaneFleet {
  readonly server: ControlledServer
  readonly processes: OwnedProcess[]
  /** Starts one more process and waits until it runs. */
  start(): Promise<OwnedProcess>
  /** Kills a random process with `kill -9` and starts another. */
  killOne(): Promise<void>
  /** Hands an update in, as ingress does: again and again until it is stored. */
  accept(updateId: number, chat: number, text?: string): Promise<void>
  /** Resolves when every lane is empty. */
  drained(timeoutMs: number): Promise<void>
  /** Updates of a chat in the order they took effect. */
  handled(chat: number): Promise<number[]>
  /** Replies to a chat in the order they went out, as `<update>:<index>`. */
  sent(chat: number): Promise<string[]>
  dead(): Promise<number[]>
  /** Lanes that two living processes ran at once. */
  overlaps(): Promise<string[]>
  stop(): Promise<void>
}

export async function startLaneFleet(size: number, env: Record<string, string> = {}): Promise<LaneFleet> {
  const server = await createTestRedis()
  const redis = createRedis({ url: server.url, profile: 'worker', name: 'lane-fleet' })
  const inlet = createLaneInlet(redis, { maxDepth: 100_000 })
  const mailbox = createMailbox(redis)
  const processes: OwnedProcess[] = []

  const start = async (): Promise<OwnedProcess> => {
    const nodeArgs = ['--import', 'tsx', '--conditions=development']
    const child = await spawnService({
      name: 'lane',
      script: SCRIPT,
      nodeArgs,
      env: { REDIS_URL: server.url, ...env },
    })
    processes.push(child)
    const state = await waitFor(
      () => (child.isRunning() ? child.logs().includes('ready') && 'ready' : 'dead'),
      {
        what: 'a lane process to start',
        timeoutMs: 30_000,
      },
    )
    if (state === 'dead') throw new Error(`A lane process did not start: ${child.logs()}`)
    return child
  }
  await Promise.all(Array.from({ length: size }, start))
  return {
    server,
    processes,
    start,
    async killOne() {
      const [victim] = processes.splice(randomInt(processes.length), 1)
      victim?.kill('SIGKILL')
      await start()
    },
    accept: async (updateId, chat, text = 'hello') => {
      const update = { update_id: updateId, message: { chat: { id: chat }, text } }
      await inlet.accept(update, JSON.stringify(update))
    },
    async drained(timeoutMs) {
      await waitFor(async () => (await mailbox.waiting(0, 0)).count === 0, {
        what: 'all lanes to be empty',
        timeoutMs,
      })
    },
    handled: async (chat) => (await redis.lrange(`t:log:${chat}`, 0, -1)).map(Number),
    sent: (chat) => redis.lrange(`t:sent:${chat}`, 0, -1),
    dead: async () => (await redis.smembers('t:dead')).map(Number),
    overlaps: () => redis.lrange('t:overlaps', 0, -1),
    async stop() {
      await Promise.all(processes.map((child) => child.stop()))
      await inlet.close()
      await closeRedis(redis)
      await server.stop()
    },
  }
}
