import type { Logger } from '@abitly/runtime'
import type { BotApi } from '@abitly/telegram'

/** The two calls a feature may make while its transaction is open: they tell the person that we are at it. */
export interface InstantCalls {
  answerCallbackQuery(payload: Readonly<Record<string, unknown>>): Promise<void>
  sendChatAction(payload: Readonly<Record<string, unknown>>): Promise<void>
}

/** Neither waits for Telegram: a transaction must not stay open for a courtesy, and its loss changes nothing. */
export function createInstantCalls(api: BotApi, logger: Logger): InstantCalls {
  const fire = async (method: string, payload: Readonly<Record<string, unknown>>): Promise<void> => {
    api
      .call(method, payload)
      .catch((error: unknown) => logger.warn({ err: error, method }, 'a courtesy call failed'))
    return Promise.resolve()
  }
  return {
    answerCallbackQuery: (payload) => fire('answerCallbackQuery', payload),
    sendChatAction: (payload) => fire('sendChatAction', payload),
  }
}
