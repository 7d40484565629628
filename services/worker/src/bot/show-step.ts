import type { Step } from '../use-cases/step.ts'
import type { BotContext, MessageNote } from './context.ts'

/** Shows what a step leads to. Never two live keyboards for one task: the message that asked before loses its own. */
export async function showStep(ctx: BotContext, step: Step): Promise<void> {
  const { view, revision, toast, next, above, below } = step
  await ctx.answer(toast)
  const pressed = ctx.pressedMessageId
  const isNew = pressed === null || step.asNew === true || above !== undefined
  if (view !== null) {
    for (const messageId of retired(step, pressed, isNew)) ctx.takeKeyboardOff(messageId)
    if (above !== undefined) ctx.call(above)
    if (isNew) ctx.send(view, noteOf(step))
    else ctx.show(view, noteOf(step))
  }
  if (below !== undefined) ctx.call(below)
  if (next !== undefined) ctx.send(next)
  sendReport(ctx, step)
  for (const { job, campaignId } of step.jobs ?? []) ctx.enqueue({ job, payload: { campaignId } })
  if (!isNew && revision !== undefined) {
    await ctx.visit.repos.dialogues.rememberMessage(ctx.visit.student.chatId, revision, pressed)
  }
}

/** Messages that lose their buttons; the one the view takes the place of gets new ones. */
function retired({ previousMessageId, above }: Step, pressed: number | null, isNew: boolean): Set<number> {
  const messages = new Set<number>()
  if (previousMessageId !== null) messages.add(previousMessageId)
  if (pressed !== null && above !== undefined) messages.add(pressed)
  if (pressed !== null && !isNew) messages.delete(pressed)
  return messages
}

function noteOf({ revision, card }: Step): MessageNote {
  return {
    ...(revision === undefined ? {} : { remember: { dialogueRevision: revision } }),
    ...(card === undefined ? {} : { card }),
  }
}

function sendReport(ctx: BotContext, { report }: Step): void {
  if (report === undefined || ctx.chatId === undefined) return
  const { campaignId, fileName } = report
  ctx.call({
    method: 'sendDocument',
    payload: { chat_id: ctx.chatId },
    document: { campaignReport: campaignId, fileName },
  })
}
