import { jitter, pause, retryAfterMs } from '@abitly/runtime'
import type { Logger } from '@abitly/runtime'
import type { BotApi } from '@abitly/telegram'

type BotInfo = Awaited<ReturnType<BotApi['getMe']>>

/**
 * Asks Telegram who we are, until it answers: a worker that starts while Telegram is away waits for it.
 * @returns null when the service stops first
 */
export async function fetchBotInfo(
  api: BotApi,
  logger: Logger,
  stopping: AbortSignal,
): Promise<BotInfo | null> {
  for (let attempt = 0; !stopping.aborted; attempt += 1) {
    try {
      return await api.getMe()
    } catch (error) {
      logger.warn({ err: error }, 'Telegram does not say who we are, asking again')
      const backoffMs = Math.min(15_000, 500 * 2 ** attempt) * (0.5 + jitter())
      await pause(Math.max(backoffMs, retryAfterMs(error)), stopping)
    }
  }
  return null
}
