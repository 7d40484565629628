import { apiThrottler } from '@grammyjs/transformer-throttler'
import type { Lane } from '../support/sink.ts'
import type { StartContender } from './contender.ts'
import { keepSending, newChat } from './contender.ts'

/** grammY's throttler: one per process, for everything the process sends. */
export const transformerThrottler: StartContender = async ({ cap, places, deliver }) => {
  const global = { reservoir: cap, reservoirRefreshAmount: cap, reservoirRefreshInterval: 1_000 }
  const throttle = apiThrottler({ global })
  const send = async (lane: Lane): Promise<void> => {
    const askedAt = performance.now()
    const call = async () => {
      await deliver({ lane, waitedMs: performance.now() - askedAt })
      return { ok: true, result: true } as never // nobody reads it
    }
    await throttle(call, 'sendMessage', { chat_id: newChat(), text: 'Hello' })
  }
  return {
    sendBulk: () => keepSending(places, () => send('bulk')),
    reply: () => send('reply'),
  }
}
