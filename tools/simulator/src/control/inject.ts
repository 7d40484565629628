import { isObject } from '../bot-api/args.ts'
import { UPDATE_KINDS } from '../delivery/update.ts'
import type { Subject } from '../delivery/update.ts'
import type { Telegram } from '../telegram.ts'
import { ControlError } from './control-error.ts'

type Json = Record<string, unknown>

/**
 * Puts a raw update on the way to the bot, for tests: `{message: {...}}`, the same under `update`, or the payload
 * under `update` with its `kind` beside it. Its sender becomes known, so that the bot can answer.
 *
 * @returns the update_id, or 0 when the bot has not asked for updates of this kind.
 */
export function injectUpdate(telegram: Telegram, body: unknown): number {
  const { kind, payload } = readUpdate(body)
  const subject = introduce(telegram, kind, payload)
  return telegram.updates.publish(kind, payload, subject)?.id ?? 0
}

function readUpdate(body: unknown): { kind: string; payload: Json } {
  if (!isObject(body)) throw new ControlError(400, 'The body must be an update object')
  const update = isObject(body['update']) ? body['update'] : body
  const kind = UPDATE_KINDS.find((name) => isObject(update[name]))
  if (kind !== undefined) return { kind, payload: update[kind] as Json }
  const stated = body['kind']
  if (typeof stated !== 'string' || !UPDATE_KINDS.includes(stated)) {
    throw new ControlError(400, `The update needs one of the fields ${UPDATE_KINDS.join(', ')}, or a kind`)
  }
  return { kind: stated, payload: update }
}

function introduce(telegram: Telegram, kind: string, payload: Json): Subject {
  const { world } = telegram
  const sender = isObject(payload['from']) ? payload['from'] : undefined
  const message = kind === 'callback_query' ? payload['message'] : payload
  const chat = isObject(message) && isObject(message['chat']) ? message['chat'] : undefined
  const userId = numberOf(sender?.['id'])
  const chatId = numberOf(chat?.['id']) ?? userId
  const messageId = isObject(message) ? numberOf(message['message_id']) : undefined
  if (sender !== undefined && userId !== undefined) meet(telegram, userId, sender)
  if (kind === 'callback_query' && typeof payload['id'] === 'string' && userId !== undefined) {
    world.queries.ask({ id: payload['id'], userId, chatId: chatId ?? userId, messageId: messageId ?? 0 })
  }
  return {
    ...(chatId === undefined ? {} : { chatId }),
    ...(userId === undefined ? {} : { userId }),
    ...(messageId === undefined ? {} : { messageId }),
  }
}

function meet({ world }: Telegram, id: number, sender: Json): void {
  const text = (field: string): string | undefined =>
    typeof sender[field] === 'string' ? sender[field] : undefined
  const lastName = text('last_name')
  const username = text('username')
  const user = world.add({
    id,
    firstName: text('first_name') ?? String(id),
    ...(lastName === undefined ? {} : { lastName }),
    ...(username === undefined ? {} : { username }),
    languageCode: text('language_code') ?? 'uk',
  })
  user.started = true
  user.lastActiveAt = world.now()
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}
