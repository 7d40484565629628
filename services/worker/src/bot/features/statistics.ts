import { Composer } from 'grammy'
import { showOfferStatistics } from '../../use-cases/statistics/offer-statistics.ts'
import { chooseStatistics, showStatistics } from '../../use-cases/statistics/show-statistics.ts'
import type { BotContext } from '../context.ts'
import { onCommand } from '../on-command.ts'
import { onNavigation } from '../on-press.ts'

/** A student's grades and offers in figures. */
export const statisticsFeature = new Composer<BotContext>()

onCommand(statisticsFeature, 'statistics', (ctx) => showStatistics(ctx.visit))
onNavigation(statisticsFeature, 'statistics', (ctx) => showStatistics(ctx.visit))
onNavigation(statisticsFeature, 'statistics-list', (ctx, { page }) => chooseStatistics(ctx.visit, page))
onNavigation(statisticsFeature, 'offer-statistics', (ctx, { offer }) => showOfferStatistics(ctx.visit, offer))
