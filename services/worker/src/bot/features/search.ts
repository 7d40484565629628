import { Composer } from 'grammy'
import { openNumber } from '../../use-cases/open-links.ts'
import { searchOffers, showFound } from '../../use-cases/search/search-offers.ts'
import type { BotContext } from '../context.ts'
import { onChange } from '../on-press.ts'

/** Offers found by words, or one by its number: a text that is no link, no command and no answer. */
export const searchFeature = new Composer<BotContext>()

onChange(searchFeature, 'found', (ctx, { place }) => showFound(ctx.visit, place))

searchFeature.on('message:text', async (ctx, next) => {
  const { text } = ctx.message
  const view = (await openNumber(ctx.visit, text)) ?? (await searchOffers(ctx.visit, text))
  if (view === null) await next()
  else ctx.send(view)
})
