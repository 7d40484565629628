import { pause } from '@abitly/runtime'
import { createLimiter, createSendGate } from '@abitly/telegram'
import type { SendGate, Slot } from '@abitly/telegram'
import type { Lane } from '../support/sink.ts'
import type { StartContender } from './contender.ts'
import { keepSending, newChat } from './contender.ts'

/** Our own limiter, configured as it is in production. */
export const ours: StartContender = async ({ redis, cap, places, deliver }) => {
  const limiter = createLimiter(redis, {
    bulkPerSecond: cap,
    repliesPerSecond: 200,
    chatIntervalMs: 1_000,
    groupPerMinute: 20,
  })
  const gates = { bulk: createSendGate(limiter, 'bulk'), reply: createSendGate(limiter, 'reply') }
  const send = async (lane: Lane): Promise<void> => {
    const askedAt = performance.now()
    const slot = await pass(gates[lane], newChat())
    await deliver({ lane, waitedMs: performance.now() - askedAt, slotUs: slot.at })
  }
  return {
    sendBulk: () => keepSending(places, () => send('bulk')),
    reply: () => send('reply'),
  }
}

async function pass(gate: SendGate, chat: number): Promise<Slot> {
  for (;;) {
    const passage = await gate.pass(chat)
    if (passage.kind === 'go') return passage.slot
    await pause(passage.delayMs)
  }
}
