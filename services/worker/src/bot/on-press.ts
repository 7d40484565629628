import type { Composer } from 'grammy'
import type { Outcome, Press, View } from '../use-cases/view.ts'
import type { BotContext } from './context.ts'

type PressOf<K extends Press['kind']> = Extract<Press, { kind: K }>

/** Handles the presses of one kind. */
export function onPress<K extends Press['kind']>(
  composer: Composer<BotContext>,
  kind: K,
  handle: (ctx: BotContext, press: PressOf<K>) => Promise<void>,
): void {
  composer.use(async (ctx, next) => {
    if (isOf(ctx.press, kind)) await handle(ctx, ctx.press)
    else await next()
  })
}

/** Handles a press that only leads to another view. */
export function onNavigation<K extends Press['kind']>(
  composer: Composer<BotContext>,
  kind: K,
  show: (ctx: BotContext, press: PressOf<K>) => Promise<View> | View,
): void {
  onPress(composer, kind, async (ctx, press) => {
    ctx.show(await show(ctx, press))
  })
}

/** Handles a press about which a word can be said only afterwards. */
export function onChange<K extends Press['kind']>(
  composer: Composer<BotContext>,
  kind: K,
  change: (ctx: BotContext, press: PressOf<K>) => Promise<Outcome>,
): void {
  onPress(composer, kind, async (ctx, press) => {
    const { view, toast } = await change(ctx, press)
    await ctx.answer(toast)
    ctx.show(view)
  })
}

function isOf<K extends Press['kind']>(press: Press | null, kind: K): press is PressOf<K> {
  return press?.kind === kind
}
