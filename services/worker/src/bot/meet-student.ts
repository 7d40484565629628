import type { Middleware } from 'grammy'
import type { Press } from '../use-cases/view.ts'
import type { StudentSettings } from '../use-cases/visit.ts'
import { unpackPress } from './callback-data/press.ts'
import { readCommand } from './command.ts'
import type { BotContext } from './context.ts'
import type { I18n } from './i18n.ts'
import { sightingOf } from './sighting.ts'

const ANSWERED_AFTERWARDS: ReadonlySet<Press['kind']> = new Set(['track', 'untrack', 'swap', 'answer'])

/** From here on there is a student who wrote to us or pressed a button; everything else ends here. */
export function meetStudent(i18n: I18n, settings: StudentSettings): Middleware<BotContext> {
  return async (ctx, next) => {
    const { chat, from } = ctx
    const concernsUs = ctx.message !== undefined || ctx.callbackQuery !== undefined
    if (chat?.type !== 'private' || from === undefined || !concernsUs) return
    ctx.press = unpackPress(ctx.callbackQuery?.data ?? '')
    ctx.command = readCommand(ctx.message?.text)
    // The finger is answered before any work, unless the answer is a word about its outcome.
    if (ctx.press !== null && !ANSWERED_AFTERWARDS.has(ctx.press.kind)) await ctx.answer()
    const { repos, now } = ctx.scope
    const student = await repos.students.touch(sightingOf(from, chat.id, now))
    ctx.visit = { repos, student, tr: i18n[student.language], now, settings }
    await next()
  }
}
