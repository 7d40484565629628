/**
 * A worker with a tiny job: it writes down which update of which lane it handled and which replies it sent, so that
 * a test that kills it can read afterwards what really happened. Run by the lane tests as a process of its own.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { startLaneWorker } from '@abitly/queue'
import { createLogger, createRedis } from '@abitly/runtime'

const redis = createRedis({ url: process.env['REDIS_URL'] ?? '', profile: 'worker', name: 'lane-process' })
const handlerMs = Number(process.env['HANDLER_MS'] ?? 2)
const me = String(process.pid)

/** One script, as the worker's one transaction: nothing can die between its two halves. */
const TAKE_EFFECT_ONCE = `if redis.call('SADD', KEYS[1], ARGV[1]) == 1 then redis.call('RPUSH', KEYS[2], ARGV[1]) end`

async function isAlive(pid: string): Promise<boolean> {
  try {
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}

/** Notes a lane that two living processes run at once. */
async function enter(lane: number): Promise<void> {
  const other = await redis.set(`t:busy:${lane}`, me, 'GET')
  if (other !== null && other !== me && (await isAlive(other)))
    await redis.rpush('t:overlaps', `${lane}:${other}:${me}`)
}

startLaneWorker<string>({
  redis,
  logger: createLogger({ service: 'lane-process', level: 'warn' }),
  concurrency: 16,
  lockDurationMs: 1_500,
  stalledCheckMs: 500,
  handler: {
    async handle({ json, updateId }) {
      const { message } = JSON.parse(json) as { message: { chat: { id: number }; text: string } }
      await enter(message.chat.id)
      if (message.text === 'poison') process.kill(process.pid, 'SIGKILL')
      if (message.text === 'throws once' && (await redis.incr(`t:threw:${updateId}`)) === 1) {
        await redis.del(`t:busy:${message.chat.id}`)
        throw new Error('a bug')
      }
      await delay(handlerMs)
      // As the worker's row: written once, however often the update is run.
      await redis.eval(TAKE_EFFECT_ONCE, 2, 't:done', `t:log:${message.chat.id}`, updateId)
      return [`${message.chat.id}:${updateId}:0`, `${message.chat.id}:${updateId}:1`]
    },
    async bury({ updateId }) {
      await redis.sadd('t:dead', updateId)
      return []
    },
    async send(reply) {
      const [chat, ...rest] = reply.split(':')
      await redis.multi().rpush(`t:sent:${chat}`, rest.join(':')).del(`t:busy:${chat}`).exec()
      return { kind: 'done' }
    },
  },
})
process.stdout.write('ready\n')
