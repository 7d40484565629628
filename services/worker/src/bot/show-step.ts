import type { Step } from '../use-cases/step.ts'
import type { BotContext, MessageNote } from './context.ts'
import type { JobReply } from './reply.ts'
import { sendView } from './view-reply.ts'

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
  tellElsewhere(ctx, step)
  for (const asked of step.jobs ?? []) ctx.enqueue(jobReply(asked))
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

/** To another chat, but recorded with this update: it survives whatever happens to the process. */
function tellElsewhere(ctx: BotContext, { elsewhere }: Step): void {
  if (elsewhere === undefined) return
  const { method, payload } = sendView(Number(elsewhere.chatId), elsewhere.view)
  ctx.call({ method, payload: { ...payload, disable_notification: elsewhere.silent } })
}

function jobReply(asked: NonNullable<Step['jobs']>[number]): JobReply {
  if (asked.job === 'account-events.publish') return { job: asked.job, payload: {} }
  return { job: asked.job, payload: { campaignId: asked.campaignId } }
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
