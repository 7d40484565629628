import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { recogniseOfferLinks } from '@abitly/domain'
import { listOffers } from '../../use-cases/list-offers.ts'
import { openLinks } from '../../use-cases/open-links.ts'
import { showOffer } from '../../use-cases/show-offer.ts'
import type { BotContext } from '../context.ts'
import { onNavigation } from '../on-press.ts'

/** Links to offers, and the buttons that open one. */
export const offersFeature = new Composer<BotContext>()

onNavigation(offersFeature, 'offer', (ctx, { offer, list }) => showOffer(ctx.visit, offer, list))
onNavigation(offersFeature, 'offer-list', (ctx, { list }) => listOffers(ctx.visit, list))

offersFeature.on('message', async (ctx, next) => {
  const view = await openLinks(ctx.visit, recogniseOfferLinks(textWithLinks(ctx.message)))
  if (view === null) await next()
  else ctx.send(view)
})

/** The text of a message or the caption of its picture, with the addresses that hide behind words. */
function textWithLinks(message: Message): string {
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  const hidden = entities.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []))
  return [text, ...hidden].join('\n')
}
