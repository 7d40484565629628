import { Composer } from 'grammy'
import type { I18n, Translator } from '@abitly/text'
import { adminCommands, studentCommands } from '../command.ts'
import type { BotContext } from '../context.ts'
import type { CallReply } from '../reply.ts'

/** Commands after which an admin's menu is brought up to date. */
const OPENING: ReadonlySet<string> = new Set(['start', 'help'])

/** The menu of commands in the chat of an admin has those of admins too; nobody else sees them. */
export function adminMenuFeature(i18n: I18n): Composer<BotContext> {
  const feature = new Composer<BotContext>()
  feature.use(async (ctx, next) => {
    await next()
    const opens = OPENING.has(ctx.command?.name ?? '') || ctx.press?.kind === 'language'
    if (ctx.visit.admin === null || !opens || ctx.chatId === undefined) return
    // Menus go by the language of the app, not by that of the bot: one for everybody, one for English.
    ctx.call(menuCall(ctx.chatId, i18n.uk))
    ctx.call(menuCall(ctx.chatId, i18n.en, 'en'))
  })
  return feature
}

function menuCall(chatId: number, tr: Translator, languageCode?: string): CallReply {
  const commands = [...studentCommands(tr), ...adminCommands(tr)].map(({ command, description }) => {
    return { command: command.toLowerCase(), description }
  })
  const payload = { scope: { type: 'chat', chat_id: chatId }, commands }
  return {
    method: 'setMyCommands',
    payload: languageCode === undefined ? payload : { ...payload, language_code: languageCode },
  }
}
