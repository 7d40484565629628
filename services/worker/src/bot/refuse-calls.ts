import type { Transformer } from 'grammy'

/** The two calls that may go out while the transaction of an update is open. */
export interface InstantApi {
  answerCallbackQuery(payload: Readonly<Record<string, unknown>>): Promise<void>
  sendChatAction(payload: Readonly<Record<string, unknown>>): Promise<void>
}

/**
 * Keeps features from calling Telegram: a call inside the transaction would be repeated with it, and would be
 * out even when it is rolled back.
 */
export function refuseCalls(instant: InstantApi): Transformer {
  return async (_call, method, payload) => {
    const data: Readonly<Record<string, unknown>> = { ...payload }
    if (method === 'answerCallbackQuery') await instant.answerCallbackQuery(data)
    else if (method === 'sendChatAction') await instant.sendChatAction(data)
    else throw new Error(`${method} was called inside the transaction of an update: collect a reply instead`)
    return { ok: true, result: true as never }
  }
}
