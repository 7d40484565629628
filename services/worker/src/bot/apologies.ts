import type { Update } from 'grammy/types'
import type { I18n } from '@abitly/text'
import { apologyView, tooFastView } from '../use-cases/static-views.ts'
import { languageOf } from './language-of.ts'
import type { HandledUpdate } from './reply.ts'
import { senderOf } from './sender.ts'
import { shortCode } from './short-code.ts'
import { sendView } from './view-reply.ts'

/** The reply to an update that was given up. The code in it leads operators to its row. */
export function apologise(i18n: I18n, update: Update): HandledUpdate {
  const sender = senderOf(update)
  if (sender === null) return { chatId: null, replies: [] }
  const { chatId, from } = sender
  const view = apologyView(i18n[languageOf(from.language_code)], shortCode(update.update_id))
  return { chatId: BigInt(chatId), replies: [sendView(chatId, view)] }
}

/** The reply to a chat that wrote more than its lane holds. Nothing tells its language, so it gets both. */
export function tooFast(i18n: I18n, chatId: bigint): HandledUpdate {
  return { chatId, replies: [sendView(Number(chatId), tooFastView(i18n.uk, i18n.en))] }
}
