import { Composer } from 'grammy'
import { nothingFoundView } from '../../use-cases/search/found-view.ts'
import { canSearch } from '../../use-cases/search/search-offers.ts'
import { showMenu } from '../../use-cases/show-menu.ts'
import { hintView, unknownCommandView } from '../../use-cases/static-views.ts'
import type { BotContext } from '../context.ts'
import { reactTo } from '../view-reply.ts'

/** How rarely a text that leads nowhere is answered in words, in milliseconds. */
const HINT_EVERY_MS = 60 * 60 * 1000
/** What it gets in between: it disturbs nobody, and shows that the bot is there. */
const NOTHING = '🤷'

/** A command nobody knows; those of admins look the same to a stranger. */
export const unknownCommandFeature = new Composer<BotContext>()

unknownCommandFeature.use(async (ctx, next) => {
  if (ctx.command === null) await next()
  else ctx.send(unknownCommandView(ctx.visit.tr))
})

/** What no feature has taken: a button of an older version, a text that leads nowhere. The rest stays unanswered. */
export const unhandledFeature = new Composer<BotContext>()

unhandledFeature.on('callback_query', async (ctx) => {
  await ctx.answer(ctx.visit.tr.text('toast-refreshed'))
  ctx.show(await showMenu(ctx.visit))
})

unhandledFeature.on('message:text', async (ctx) => {
  const { repos, student, now, tr } = ctx.visit
  if (await repos.students.claimHint(student.chatId, now, HINT_EVERY_MS)) {
    ctx.send(canSearch(ctx.message.text) ? nothingFoundView(tr) : hintView(tr))
  } else ctx.call(reactTo(ctx.chatId, ctx.message.message_id, NOTHING))
})
