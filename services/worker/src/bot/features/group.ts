import { Composer } from 'grammy'
import type { I18n } from '@abitly/text'
import { groupView } from '../../use-cases/static-views.ts'
import { isStudentCommand, readCommand } from '../command.ts'
import type { Command } from '../command.ts'
import type { BotContext } from '../context.ts'
import { languageOf } from '../language-of.ts'

/** In a group the bot points to the private chat when a command is meant for it, and is silent otherwise. */
export function groupFeature(i18n: I18n): Composer<BotContext> {
  const feature = new Composer<BotContext>()
  feature.on('message:text', async (ctx, next) => {
    if (ctx.chat.type === 'private') return next()
    const command = readCommand(ctx.message.text)
    if (command === null || !isForUs(command, ctx.me.username)) return
    ctx.send(groupView(i18n[languageOf(ctx.from.language_code)], ctx.me.username))
  })
  return feature
}

function isForUs({ name, bot }: Command, username: string): boolean {
  return bot === null ? isStudentCommand(name) : bot === username.toLowerCase()
}
