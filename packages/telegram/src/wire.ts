import { Api, GrammyError, HttpError } from 'grammy'
import type { RawApi } from 'grammy'
import { telegramFailed } from './faults.ts'
import { outcomeOfError } from './outcome.ts'
import type { Answer } from './outcome.ts'

/**
 * Calls the Bot API, at once and without asking anybody. Never rejects for what Telegram or the network does.
 * @param signal gives up waiting for the answer
 */
export type Wire = (
  method: string,
  payload: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
) => Promise<Answer>

const WITHOUT_PAYLOAD = new Set(['getMe', 'getWebhookInfo'])

export function createWire(token: string, options: { apiRoot: string; timeoutSeconds: number }): Wire {
  const { raw } = new Api(token, options)
  return async (method, payload, signal) => {
    const run: unknown = Reflect.get(raw, method as keyof RawApi)
    if (typeof run !== 'function') throw telegramFailed({ about: `no such method: ${method}` })
    // grammY takes no payload for the methods that have none.
    const args = WITHOUT_PAYLOAD.has(method) ? [signal] : [payload, signal]
    try {
      return { kind: 'sent', result: await (run as (...args: unknown[]) => Promise<unknown>)(...args) }
    } catch (error) {
      if (error instanceof GrammyError || error instanceof HttpError) return outcomeOfError(error)
      throw error
    }
  }
}
