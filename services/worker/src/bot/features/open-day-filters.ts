import { Composer } from 'grammy'
import { openFilters, pressFilters, typeFilters } from '../../use-cases/open-day-filters/answer-filters.ts'
import type { BotContext } from '../context.ts'
import { onPress } from '../on-press.ts'
import { showStep } from '../show-step.ts'

/** What a student wants to see of open days and hear of them. */
export const openDayFiltersFeature = new Composer<BotContext>()

openDayFiltersFeature.use(async (ctx, next) => {
  if (ctx.command?.name === 'opendayfilters') await showStep(ctx, await openFilters(ctx.visit))
  else await next()
})
onPress(openDayFiltersFeature, 'open-filters', async (ctx) => {
  await showStep(ctx, await openFilters(ctx.visit))
})
onPress(openDayFiltersFeature, 'filters', async (ctx, { revision, answer }) => {
  await showStep(ctx, await pressFilters(ctx.visit, revision, answer))
})

/** A text that searches the open filter: links and answers to other questions go first. */
export const openDaySearchFeature = new Composer<BotContext>()

openDaySearchFeature.on('message:text', async (ctx, next) => {
  const step = await typeFilters(ctx.visit, ctx.message.text)
  if (step === null) await next()
  else await showStep(ctx, step)
})
