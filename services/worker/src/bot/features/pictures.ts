import { Composer } from 'grammy'
import type { PictureStep } from '../../use-cases/pictures/picture-view.ts'
import { showComparisonChart } from '../../use-cases/pictures/show-comparison-chart.ts'
import { showOfferChart } from '../../use-cases/pictures/show-offer-chart.ts'
import type { BotContext } from '../context.ts'
import { onPress } from '../on-press.ts'
import { deleteMessage, dropKeyboard, editPicture, sendPicture } from '../view-reply.ts'

/** Charts, and the buttons under them. */
export const picturesFeature = new Composer<BotContext>()

onPress(picturesFeature, 'offer-chart', async (ctx, { offer, refresh }) => {
  await showPicture(ctx, await showOfferChart(ctx.visit, offer, refreshed(ctx, refresh)))
})

onPress(picturesFeature, 'comparison-chart', async (ctx, { refresh }) => {
  await showPicture(ctx, await showComparisonChart(ctx.visit, refreshed(ctx, refresh)))
})

function refreshed(ctx: BotContext, refresh: boolean): { messageId: number | null } | undefined {
  return refresh ? { messageId: ctx.pressedMessageId } : undefined
}

async function showPicture(ctx: BotContext, step: PictureStep): Promise<void> {
  await ctx.answer(step.kind === 'toast' ? step.toast : undefined)
  const { chatId } = ctx
  if (chatId === undefined || step.kind === 'toast') return
  if (step.kind === 'edit') {
    ctx.call(editPicture(chatId, step.messageId, step.picture))
    return
  }
  ctx.call(sendPicture(chatId, step.picture))
  if (step.former === null) return
  const { messageId, deletable } = step.former
  ctx.call(deletable ? deleteMessage(chatId, messageId) : dropKeyboard(chatId, messageId))
}
