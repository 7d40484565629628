import { waitFor } from '@abitly/testing'
import type { SimulatorClient } from './simulator-client.ts'

export interface Button {
  text: string
  callback_data?: string
  url?: string
}

/** Offsets in UTF-16 units. */
export interface Entity {
  type: string
  offset: number
  length: number
  url?: string
}

export interface Message {
  chatId: number
  messageId: number
  /** 0: the bot. */
  from: number
  /** Unix seconds. */
  date: number
  editDate?: number
  text?: string
  caption?: string
  entities?: Entity[]
  photo?: { fileId: string; url: string }
  document?: { fileName: string; size: number; url: string }
  inlineKeyboard?: Button[][]
  forwardedFrom?: number
  silent?: boolean
  /** The emoji that the bot has put under it. */
  reaction?: string
}

/** One person in front of a phone. */
export interface Person {
  readonly id: number
  write(text: string, entities?: readonly Entity[]): Promise<Message>
  sendPhoto(caption?: string, entities?: readonly Entity[]): Promise<Message>
  sendDocument(file: { name: string; text: string }, caption?: string): Promise<Message>
  /** Forwards a message that this person can read into the chat with the bot. */
  forward(message: Pick<Message, 'chatId' | 'messageId'>): Promise<Message>
  /** Presses the button with this label under the newest message that has one. */
  press(label: string): Promise<void>
  /** Resolves with the newest message of the bot once its text contains all of these. */
  sees(...parts: string[]): Promise<Message>
  /** Resolves with any message of the bot, the newest first, whose text contains all of these. */
  seesAnywhere(...parts: string[]): Promise<Message>
  /** Resolves once the newest message of the bot has this button, and one that leads to that offer's page. */
  seesButton(label: string, offerId: string): Promise<void>
  messages(): Promise<Message[]>
  /** Texts of the bot, oldest first. */
  botTexts(): Promise<string[]>
  /** Files the bot has sent, oldest first, as text (UTF-8, a byte order mark stays). */
  documents(): Promise<{ fileName: string; text: string }[]>
  block(): Promise<void>
  unblock(): Promise<void>
}

const ANSWER_WITHIN_MS = 15_000
/** The smallest picture there is. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export function createPerson(id: number, client: SimulatorClient): Person {
  const messages = (): Promise<Message[]> => client.get(`/sim/chats/${id}/messages`)
  const ofBot = async (): Promise<Message[]> => (await messages()).filter(({ from }) => from === 0)
  const post = <T>(verb: string, body: object = {}): Promise<T> =>
    client.send<T>('POST', `/sim/users/${id}/${verb}`, body)
  return {
    id,
    messages,
    ...writing((body) => post<Message>('messages', body)),
    ...reading(ofBot),
    async press(label) {
      const pressed = await waitFor(async () => buttonOf(await messages(), label), {
        what: `a button "${label}"`,
        timeoutMs: ANSWER_WITHIN_MS,
      })
      await post('press', { chatId: id, ...pressed })
    },
    botTexts: async () => (await ofBot()).map(({ text }) => text ?? ''),
    documents: async () =>
      Promise.all(
        (await ofBot()).flatMap(({ document }) => document ?? []).map((one) => readDocument(client, one)),
      ),
    block: () => post('block'),
    unblock: () => post('unblock'),
  }
}

function writing(
  post: (body: object) => Promise<Message>,
): Pick<Person, 'write' | 'sendPhoto' | 'sendDocument' | 'forward'> {
  return {
    write: (text, entities = []) => post({ text, entities }),
    sendPhoto: (text = '', entities = []) => post({ text, entities, photo: { data: PIXEL } }),
    sendDocument: ({ name, text }, caption = '') =>
      post({ text: caption, document: { name, data: Buffer.from(text).toString('base64') } }),
    forward: ({ chatId, messageId }) => post({ forward: { chatId, messageId } }),
  }
}

function reading(ofBot: () => Promise<Message[]>): Pick<Person, 'sees' | 'seesAnywhere' | 'seesButton'> {
  const says = (message: Message | undefined, parts: string[]): boolean => {
    const text = wordsOf(message)
    return parts.every((part) => text.includes(plain(part)))
  }
  const wait = async (parts: string[], find: () => Promise<Message>): Promise<Message> =>
    await waitFor(find, {
      what: `the bot to say ${parts.join(' … ')}`,
      timeoutMs: ANSWER_WITHIN_MS,
    })
  return {
    sees: (...parts) =>
      wait(parts, async () => {
        const newest = (await ofBot()).at(-1)
        if (newest !== undefined && says(newest, parts)) return newest
        throw new Error(`the newest message says: ${wordsOf(newest)}`)
      }),
    seesAnywhere: (...parts) =>
      wait(parts, async () => {
        const all = (await ofBot()).reverse()
        const found = all.find((message) => says(message, parts))
        if (found !== undefined) return found
        throw new Error(`the messages say: ${all.map(wordsOf).join(' | ')}`)
      }),
    async seesButton(label, offerId) {
      const shown = async (): Promise<boolean> => {
        const buttons = (await ofBot()).at(-1)?.inlineKeyboard?.flat() ?? []
        return (
          buttons.some(({ text }) => text === label) &&
          buttons.some(({ url }) => url?.includes(offerId) === true)
        )
      }
      await waitFor(shown, { what: `offer ${offerId} with a button "${label}"`, timeoutMs: ANSWER_WITHIN_MS })
    },
  }
}

function buttonOf(messages: Message[], label: string): { messageId: number; data: string } {
  for (const { messageId, inlineKeyboard } of messages.toReversed()) {
    const found = inlineKeyboard?.flat().find(({ text }) => text.includes(label))
    if (found?.callback_data !== undefined) return { messageId, data: found.callback_data }
  }
  throw new Error(`No message has a button "${label}"`)
}

async function readDocument(
  { url: root }: SimulatorClient,
  { fileName, url }: { fileName: string; url: string },
): Promise<{ fileName: string; text: string }> {
  const bytes = await (await fetch(root + url)).arrayBuffer()
  return { fileName, text: Buffer.from(bytes).toString('utf8') }
}

function wordsOf(message: Message | undefined): string {
  return plain(message?.text ?? message?.caption ?? '')
}

/** Without the invisible signs that keep words together, so that a test may be typed on a keyboard. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')
}
