import type { Composer } from 'grammy'
import type { AdminPress } from '../use-cases/admin/admin-press.ts'
import type { Step } from '../use-cases/step.ts'
import { isAdminVisit } from '../use-cases/visit.ts'
import type { AdminVisit } from '../use-cases/visit.ts'
import type { BotContext } from './context.ts'
import { showStep } from './show-step.ts'

type AskOf<K extends AdminPress['kind']> = Extract<AdminPress, { kind: K }>

/** Answers a command of admins. `name` is in lower case. */
export function onAdminCommand(
  composer: Composer<BotContext>,
  name: string,
  run: (visit: AdminVisit) => Promise<Step>,
): void {
  composer.use(async (ctx, next) => {
    if (ctx.command?.name === name && isAdminVisit(ctx.visit)) await showStep(ctx, await run(ctx.visit))
    else await next()
  })
}

/** Handles the presses of admins of one kind. */
export function onAdminPress<K extends AdminPress['kind']>(
  composer: Composer<BotContext>,
  kind: K,
  run: (visit: AdminVisit, ask: AskOf<K>, messageId: number | null) => Promise<Step>,
): void {
  composer.use(async (ctx, next) => {
    const { press, visit } = ctx
    if (press?.kind === 'admin' && isOf(press.ask, kind) && isAdminVisit(visit)) {
      await showStep(ctx, await run(visit, press.ask, ctx.pressedMessageId))
    } else await next()
  })
}

/** Hands in what an admin writes, commands left out; null: it is not for this dialogue. */
export function onAdminMessage(
  composer: Composer<BotContext>,
  take: (visit: AdminVisit, ctx: BotContext) => Promise<Step | null>,
): void {
  composer.use(async (ctx, next) => {
    const { visit } = ctx
    const isOffered = ctx.message !== undefined && ctx.command === null && isAdminVisit(visit)
    const step = isOffered ? await take(visit, ctx) : null
    if (step === null) await next()
    else await showStep(ctx, step)
  })
}

function isOf<K extends AdminPress['kind']>(ask: AdminPress, kind: K): ask is AskOf<K> {
  return ask.kind === kind
}
