import { Composer } from 'grammy'
import { searchOffers, showFound } from '../../use-cases/search/search-offers.ts'
import type { BotContext } from '../context.ts'
import { onChange } from '../on-press.ts'

/** Offers found by words: a text that is no link, no command and no answer. */
export const searchFeature = new Composer<BotContext>()

onChange(searchFeature, 'found', (ctx, { place }) => showFound(ctx.visit, place))

searchFeature.on('message:text', async (ctx, next) => {
  const view = await searchOffers(ctx.visit, ctx.message.text)
  if (view === null) await next()
  else ctx.send(view)
})
