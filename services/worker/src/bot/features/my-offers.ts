import { Composer } from 'grammy'
import { compareOffers } from '../../use-cases/my-offers/compare-offers.ts'
import { chooseDrop, dropOffer } from '../../use-cases/my-offers/drop-offer.ts'
import { listMyOffers } from '../../use-cases/my-offers/list-my-offers.ts'
import type { BotContext } from '../context.ts'
import { onCommand } from '../on-command.ts'
import { onChange, onNavigation } from '../on-press.ts'

/** The offers a student follows: where they stand, side by side, and which to give up. */
export const myOffersFeature = new Composer<BotContext>()

onCommand(myOffersFeature, 'myoffers', (ctx) => listMyOffers(ctx.visit))
onNavigation(myOffersFeature, 'my-offers', (ctx, { page }) => listMyOffers(ctx.visit, page))
onNavigation(myOffersFeature, 'compare', (ctx, { page }) => compareOffers(ctx.visit, page))
onNavigation(myOffersFeature, 'drop-list', (ctx, { page }) => chooseDrop(ctx.visit, page))
onChange(myOffersFeature, 'drop', (ctx, { offer, page }) => dropOffer(ctx.visit, offer, page))
