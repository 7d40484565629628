import { waitFor } from '@abitly/testing'

export interface Button {
  text: string
  callback_data?: string
  url?: string
}

export interface Message {
  chatId: number
  messageId: number
  /** 0: the bot. */
  from: number
  text?: string
  inlineKeyboard?: Button[][]
}

export interface NewFault {
  kind: string
  chatId?: number
  method?: string
  times?: number
  retryAfter?: number
  delayMs?: number
}

/** One person in front of a phone. */
export interface Person {
  readonly id: number
  write(text: string): Promise<void>
  /** Presses the button with this label under the newest message that has one. */
  press(label: string): Promise<void>
  /** Resolves with the newest message of the bot once its text contains all of these. */
  sees(...parts: string[]): Promise<Message>
  /** Resolves once the newest message of the bot has this button, and one that leads to that offer's page. */
  seesButton(label: string, offerId: string): Promise<void>
  messages(): Promise<Message[]>
  /** Texts of the bot, oldest first. */
  botTexts(): Promise<string[]>
  block(): Promise<void>
}

/** The simulated Telegram as a test uses it. */
export interface Telegram {
  readonly url: string
  person(language?: string): Promise<Person>
  fault(fault: NewFault): Promise<void>
  clearFaults(): Promise<void>
  violations(): Promise<unknown[]>
  calls(method: string): Promise<{ chatId?: number; ok: boolean; payload: Record<string, unknown> }[]>
  webhookRegistered(): Promise<void>
  state(): Promise<{ bot: { commands: { command: string }[] }; webhook: { url: string; pending: number } }>
}

const ANSWER_WITHIN_MS = 15_000

export function createTelegram(url: string): Telegram {
  const get = async <T>(path: string): Promise<T> => (await (await fetch(url + path)).json()) as T
  const send = async <T>(method: string, path: string, body: unknown = {}): Promise<T> => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const state: Telegram['state'] = () => get('/sim/state')
  return {
    url,
    async person(languageCode = 'uk') {
      const { id } = await send<{ id: number }>('POST', '/sim/users', { firstName: 'Test', languageCode })
      return person(id, get, send)
    },
    fault: async (fault) => {
      await send('POST', '/sim/faults', fault)
    },
    clearFaults: async () => {
      await send('DELETE', '/sim/faults')
    },
    violations: () => get('/sim/violations'),
    calls: (method) => get(`/sim/calls?limit=2000&method=${method}`),
    async webhookRegistered() {
      const registered = async (): Promise<boolean> => (await state()).webhook.url !== ''
      await waitFor(registered, { what: 'ingress to register its webhook', timeoutMs: 30_000 })
    },
    state,
  }
}

function person(
  id: number,
  get: <T>(path: string) => Promise<T>,
  send: <T>(method: string, path: string, body?: unknown) => Promise<T>,
): Person {
  const messages = (): Promise<Message[]> => get(`/sim/chats/${id}/messages`)
  const newest = async (): Promise<Message | undefined> =>
    (await messages()).filter(({ from }) => from === 0).at(-1)
  const button = async (label: string): Promise<{ messageId: number; data: string }> => {
    for (const message of (await messages()).reverse()) {
      const found = message.inlineKeyboard?.flat().find(({ text }) => text.includes(label))
      if (found?.callback_data !== undefined)
        return { messageId: message.messageId, data: found.callback_data }
    }
    throw new Error(`No message has a button "${label}"`)
  }
  return {
    id,
    messages,
    write: async (text) => {
      await send('POST', `/sim/users/${id}/messages`, { text })
    },
    async press(label) {
      const { messageId, data } = await waitFor(() => button(label), {
        what: `a button "${label}"`,
        timeoutMs: ANSWER_WITHIN_MS,
      })
      await send('POST', `/sim/users/${id}/press`, { chatId: id, messageId, data })
    },
    async sees(...parts) {
      const shown = async (): Promise<Message | undefined> => {
        const message = await newest()
        const text = plain(message?.text ?? '')
        if (parts.every((part) => text.includes(plain(part)))) return message
        throw new Error(`the newest message says: ${text}`)
      }
      const what = `the bot to say ${parts.join(' … ')}`
      return (await waitFor(shown, { what, timeoutMs: ANSWER_WITHIN_MS })) as Message
    },
    async seesButton(label, offerId) {
      const shown = async (): Promise<boolean> => {
        const buttons = (await newest())?.inlineKeyboard?.flat() ?? []
        return (
          buttons.some(({ text }) => text === label) &&
          buttons.some(({ url }) => url?.includes(offerId) === true)
        )
      }
      await waitFor(shown, { what: `offer ${offerId} with a button "${label}"`, timeoutMs: ANSWER_WITHIN_MS })
    },
    botTexts: async () => (await messages()).filter(({ from }) => from === 0).map(({ text }) => text ?? ''),
    block: async () => {
      await send('POST', `/sim/users/${id}/block`)
    },
  }
}

/** Without the invisible signs that keep words together, so that a test may be typed on a keyboard. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')
}
