import { Composer } from 'grammy'
import { answerLink } from '../../use-cases/account/answer-link.ts'
import { linkAccount } from '../../use-cases/account/link-account.ts'
import { askUnlink, unlinkAccount } from '../../use-cases/account/unlink-account.ts'
import type { BotContext } from '../context.ts'
import { onNavigation, onPress } from '../on-press.ts'
import { showStep } from '../show-step.ts'

const LINK_PAYLOAD = /^link_([\s\S]*)$/

/** The chat and the website's account: linking by a deep link, and its end. */
export const linkFeature = new Composer<BotContext>()

linkFeature.use(async (ctx, next) => {
  const token = ctx.command?.name === 'start' ? LINK_PAYLOAD.exec(ctx.command.args)?.[1] : undefined
  if (token === undefined) await next()
  else await showStep(ctx, await linkAccount(ctx.visit, token))
})
onPress(linkFeature, 'link-answer', async (ctx, { revision, confirmed }) => {
  await showStep(ctx, await answerLink(ctx.visit, revision, confirmed))
})
onNavigation(linkFeature, 'ask-unlink', (ctx) => askUnlink(ctx.visit))
onPress(linkFeature, 'unlink', async (ctx, { mark }) => {
  await showStep(ctx, await unlinkAccount(ctx.visit, mark))
})
