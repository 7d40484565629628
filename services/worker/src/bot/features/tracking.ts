import { Composer } from 'grammy'
import { swapOffer, turnSwap } from '../../use-cases/swap-offer.ts'
import { trackOffer, untrackOffer } from '../../use-cases/track-offer.ts'
import type { BotContext } from '../context.ts'
import { onChange, onNavigation } from '../on-press.ts'

/** Following offers. */
export const trackingFeature = new Composer<BotContext>()

onChange(trackingFeature, 'track', (ctx, { offer, list }) => trackOffer(ctx.visit, offer, list))
onChange(trackingFeature, 'untrack', (ctx, { offer, list }) => untrackOffer(ctx.visit, offer, list))
onChange(trackingFeature, 'swap', (ctx, { offer, replaced }) => swapOffer(ctx.visit, offer, replaced))
onNavigation(trackingFeature, 'swap-list', (ctx, { offer, page }) => turnSwap(ctx.visit, offer, page))
