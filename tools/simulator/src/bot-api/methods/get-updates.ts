import { clamped, integer } from '../args.ts'
import type { Method } from '../method.ts'
import { Refusal } from '../refusal.ts'
import { readAllowedUpdates } from './allowed-updates.ts'

/** Longest poll, seconds. */
const TIMEOUT_MAX = 50

export const getUpdates: Method = {
  name: 'getUpdates',
  async run({ args, onHangUp }, { webhook, updates, poller }) {
    if (webhook.active) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    const allowed = readAllowedUpdates(args)
    if (allowed !== undefined) updates.allowed.kinds = allowed
    const result = await poller.poll({
      offset: integer(args, 'offset') ?? 0,
      limit: clamped(args, 'limit', 100, 1, 100),
      timeoutMs: clamped(args, 'timeout', 0, 0, TIMEOUT_MAX) * 1000,
      onHangUp,
    })
    if ('conflict' in result) throw new Refusal(409, result.conflict)
    return result.updates.map((update) => JSON.parse(update.body) as unknown)
  },
}
