/**
 * A process that does nothing but send, to nobody: it passes the gate of the send budget as fast as it is let, and
 * writes down each send. Run by the limiter tests, several at a time.
 */
import { appendFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { createRedis } from '@abitly/runtime'
import { createLimiter, createSendGate } from '../../../packages/telegram/src/index.ts'
import type { LimiterOptions } from '../../../packages/telegram/src/index.ts'
import { countScripts } from '../../../packages/telegram/src/testing/redis-stand-ins.ts'
import type { SenderOptions, Sent } from './limiter-fleet.ts'

const { lane, callers, chats, jitterMs } = JSON.parse(process.env['SENDER'] ?? '') as Required<SenderOptions>
const options = JSON.parse(process.env['LIMITER'] ?? '') as LimiterOptions
const journal = process.env['JOURNAL'] ?? ''
const redis = createRedis({ url: process.env['REDIS_URL'] ?? '', profile: 'worker', name: 'limiter-process' })
const counted = countScripts(redis)
const gate = createSendGate(createLimiter(counted.redis, options), lane)
let next = 0

/** Always one chat, or a new one for each send. */
function chatOf(caller: number): number {
  return chats > 0 ? (caller % chats) + 1 : process.pid * 100_000 + (next += 1)
}

async function call(caller: number): Promise<never> {
  for (;;) {
    const chat = chatOf(caller)
    const passage = await gate.pass(chat)
    if (passage.kind === 'later') {
      await delay(passage.delayMs)
      continue
    }
    // Redis' clock is this machine's, and so is ours: asking Redis would not do while it is away.
    const [at, went, scripts] = [passage.slot.at, Date.now() * 1e3, counted.count()]
    const sent: Sent = { pid: process.pid, lane, chat, at, went, scripts }
    appendFileSync(journal, `${JSON.stringify(sent)}\n`)
    await delay(Math.random() * jitterMs)
  }
}

await redis.blpop('t:start', 0)
for (let caller = 0; caller < callers; caller += 1) void call(caller)
