import { Poller } from './delivery/poller.ts'
import { toDelivery, createUpdates } from './delivery/updates.ts'
import type { Updates } from './delivery/updates.ts'
import { Webhook } from './delivery/webhook.ts'
import { createFaults } from './faults/faults.ts'
import type { Faults } from './faults/faults.ts'
import { Judge } from './limits/judge.ts'
import { SendStats } from './limits/send-stats.ts'
import { createViolations } from './limits/violations.ts'
import type { Violations } from './limits/violations.ts'
import type { SimulatorOptions } from './config.ts'
import { readCast } from './store/cast.ts'
import { createWorld } from './store/world.ts'
import type { World } from './store/world.ts'

/** The simulated Telegram: its memory, the way of updates to the bot, and the rules that calls are held to. */
export interface Telegram {
  options: SimulatorOptions
  world: World
  updates: Updates
  webhook: Webhook
  poller: Poller
  judge: Judge
  sendStats: SendStats
  violations: Violations
  faults: Faults
}

export function createTelegram(options: SimulatorOptions): Telegram {
  const { now, botToken, botUsername, adminIds } = options
  const world = createWorld({
    now,
    bot: { id: Number(botToken.split(':', 1)[0]), username: botUsername, firstName: options.botName },
    cast: readCast(),
    adminIds,
    answerWithinMs: options.answerWithinMs,
    crowdMessages: options.crowdMessages,
  })
  const updates = createUpdates({
    now,
    changed: (update) => world.events.emit(() => ({ type: 'delivery', delivery: toDelivery(update) })),
    delivered: (update) => markDelivered(world, update),
  })
  const webhook = new Webhook({
    updates,
    now,
    random: Math.random,
    retryBaseMs: options.retryBaseMs,
    timeoutMs: options.webhookTimeoutMs,
  })
  const poller = new Poller(updates)
  updates.onPublished((update) => {
    webhook.accept(update)
    poller.wake()
  })
  return {
    ...{ options, world, updates, webhook, poller },
    judge: new Judge(options),
    sendStats: new SendStats(),
    violations: createViolations(world.events),
    faults: createFaults(world.events),
  }
}

/** The second tick of a message; from now on the bot can know that its user is there. */
function markDelivered(
  world: World,
  update: { userId?: number; chatId?: number; messageId?: number; kind: string },
): void {
  world.counters.delivered += 1
  const user = update.userId === undefined ? undefined : world.users.get(update.userId)
  if (user !== undefined) user.lastActiveAt = world.now()
  const { chatId, messageId, kind } = update
  if (chatId === undefined || messageId === undefined || kind !== 'message') return
  const message = world.messages.find(chatId, messageId)
  if (message === undefined) return
  message.delivered = true
  world.events.emit(() => ({ type: 'delivered', chatId, messageId }))
}
