import type { Composer } from 'grammy'
import { leaveChoices } from '../use-cases/choices/leave-choices.ts'
import type { View } from '../use-cases/view.ts'
import type { BotContext } from './context.ts'

/** Answers a command with a view. `name` is in lower case. */
export function onCommand(
  composer: Composer<BotContext>,
  name: string,
  show: (ctx: BotContext, args: string) => Promise<View> | View,
): void {
  composer.use(async (ctx, next) => {
    if (ctx.command?.name !== name) return next()
    await leaveChoices(ctx.visit)
    ctx.send(await show(ctx, ctx.command.args))
  })
}
