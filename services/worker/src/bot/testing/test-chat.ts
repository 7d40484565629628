import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Repositories } from '@abitly/database'
import { createI18n } from '../i18n.ts'
import type { Reply } from '../reply.ts'
import { createUpdateHandler } from '../update-handler.ts'
import { MID_CAMPAIGN } from './sample-offers.ts'

export const i18n = createI18n(new URL('../../../locales/', import.meta.url))

type Shown = { text: string; keyboard: InlineKeyboardMarkup['inline_keyboard'] }

export interface TestChatOptions {
  repos: Repositories
  /** Runs the work of one update; default: on `repos` as they are. */
  transaction?: <T>(work: (repos: Repositories) => Promise<T>) => Promise<T>
  userId?: number
  languageCode?: string
  /** Offers one may follow; default 5. */
  limit?: number
  accountLinkUrl?: string | null
}

const BOT = { id: 1, is_bot: true as const, first_name: 'Abitly', username: 'abitly_bot' }
const ABILITIES = {
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
}

/** Without the characters nobody can see, so that tests can be read. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')
}

/**
 * A student in front of the bot: what they send goes through the real handler, what the bot answers appears in
 * `messages` as Telegram would show it.
 */
export function testChat({ repos, userId = 500, languageCode = 'uk', ...options }: TestChatOptions) {
  const messages = new Map<number, Shown>()
  const toasts: (string | undefined)[] = []
  const replies: Reply[] = []
  const transaction = options.transaction ?? ((work) => work(repos))
  const clock = { value: MID_CAMPAIGN, now: () => clock.value }
  let lastId = 100
  const from = { id: userId, is_bot: false, first_name: 'Олена', language_code: languageCode }
  const chat = { id: userId, type: 'private' as const, first_name: 'Олена' }

  const handler = createUpdateHandler({
    botInfo: { ...BOT, ...ABILITIES } as Parameters<typeof createUpdateHandler>[0]['botInfo'],
    i18n,
    clock,
    config: {
      adminIds: new Set(),
      monitoredOffersLimit: options.limit ?? 5,
      accountLinkUrl: options.accountLinkUrl ?? null,
    },
    instantApi: {
      answerCallbackQuery: async (payload) => {
        const toast = payload['text'] as string | undefined
        toasts.push(toast === undefined ? undefined : plain(toast))
      },
      sendChatAction: async () => undefined,
    },
  })

  /** Hands in any update and plays the sender. */
  async function deliver(update: object): Promise<Reply[]> {
    const { signal } = new AbortController()
    const handled = await transaction((inside) => handler.handle(update, inside, signal))
    for (const reply of handled.replies) await send(reply)
    replies.push(...handled.replies)
    return handled.replies
  }

  async function send({ method, payload, remember }: Reply): Promise<void> {
    const messageId = method === 'sendMessage' ? ++lastId : Number(payload['message_id'])
    const markup = payload['reply_markup'] as InlineKeyboardMarkup | undefined
    const text = (payload['text'] as string | undefined) ?? messages.get(messageId)?.text ?? ''
    messages.set(messageId, { text, keyboard: markup?.inline_keyboard ?? [] })
    if (remember !== undefined) {
      await repos.dialogues.rememberMessage(BigInt(userId), remember.dialogueRevision, messageId)
    }
  }

  const nextUpdate = (): number => 1000 + replies.length + ++lastId
  const message = (rest: object) => ({ message_id: ++lastId, date: 1_753_340_000, chat, from, ...rest })
  const say = (text: string): Promise<Reply[]> =>
    deliver({ update_id: nextUpdate(), message: message({ text }) })

  /** Presses the button with this data on a message, whether or not it still has one. */
  const pressData = (data: string, messageId: number): Promise<Reply[]> => {
    const query = {
      id: 'q',
      from,
      chat_instance: 'c',
      data,
      message: { message_id: messageId, date: 1, chat },
    }
    return deliver({ update_id: nextUpdate(), callback_query: query })
  }

  /** The newest message that has a button with this label. */
  const find = (label: string): { messageId: number; data: string } => {
    for (const [messageId, { keyboard }] of [...messages].reverse()) {
      const button = keyboard.flat().find(({ text }) => plain(text) === label)
      if (button !== undefined && 'callback_data' in button) return { messageId, data: button.callback_data }
    }
    throw new Error(
      `No message has a button "${label}"; the last: ${JSON.stringify([...messages.values()].at(-1))}`,
    )
  }

  return {
    handler,
    messages,
    toasts,
    replies,
    clock,
    chatId: BigInt(userId),
    from,
    chat,
    deliver,
    message,
    nextUpdate,
    say,
    pressData,
    find,
    press: (label: string): Promise<Reply[]> => pressData(find(label).data, find(label).messageId),
    /** The text at the bottom of the chat, with plain spaces. */
    last: (): string => plain([...messages.values()].at(-1)?.text ?? ''),
    /** The labels under the last message, row by row. */
    lastButtons: (): string[] =>
      ([...messages.values()].at(-1)?.keyboard ?? []).map((row) =>
        row.map(({ text }) => plain(text)).join(' | '),
      ),
  }
}

export type TestChat = ReturnType<typeof testChat>
