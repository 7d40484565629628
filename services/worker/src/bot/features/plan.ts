import { Composer } from 'grammy'
import { pressWishes, typeWishes } from '../../use-cases/plan/answer-wishes.ts'
import { followPlan } from '../../use-cases/plan/follow-plan.ts'
import { openPlan, openWishes } from '../../use-cases/plan/open-plan.ts'
import type { BotContext } from '../context.ts'
import { onChange, onPress } from '../on-press.ts'
import { showStep } from '../show-step.ts'

/** Where to apply, and in which order. */
export const planFeature = new Composer<BotContext>()

planFeature.use(async (ctx, next) => {
  if (ctx.command?.name === 'plan') await showStep(ctx, await openPlan(ctx.visit))
  else await next()
})
onPress(planFeature, 'plan', async (ctx) => showStep(ctx, await openPlan(ctx.visit)))
onPress(planFeature, 'plan-wishes', async (ctx) => showStep(ctx, await openWishes(ctx.visit)))
onPress(planFeature, 'wishes', async (ctx, { revision, answer }) =>
  showStep(ctx, await pressWishes(ctx.visit, revision, answer)),
)
onChange(planFeature, 'follow-plan', (ctx, { number }) => followPlan(ctx.visit, number))

/** A text that searches an open list of wishes: links and answers to other questions go first. */
export const planSearchFeature = new Composer<BotContext>()

planSearchFeature.on('message:text', async (ctx, next) => {
  const step = await typeWishes(ctx.visit, ctx.message.text)
  if (step === null) await next()
  else await showStep(ctx, step)
})
