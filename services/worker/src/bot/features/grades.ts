import { Composer } from 'grammy'
import { fixGrades, openGrades, pressGrades, typeGrades } from '../../use-cases/grades/answer-grades.ts'
import { startGrades } from '../../use-cases/grades/grades-dialogue.ts'
import type { GradesStepView } from '../../use-cases/grades/grades-dialogue.ts'
import type { BotContext } from '../context.ts'
import { onPress } from '../on-press.ts'

/** Entering and correcting НМТ grades. */
export const gradesFeature = new Composer<BotContext>()

onPress(gradesFeature, 'grades', async (ctx, { from }) => {
  await showStep(ctx, await openGrades(ctx.visit, from))
})
onPress(gradesFeature, 'add-grades', async (ctx, { from }) => {
  await showStep(ctx, await startGrades(ctx.visit, from))
})
onPress(gradesFeature, 'fix-grades', async (ctx, { nmtYear, from }) => {
  await showStep(ctx, await fixGrades(ctx.visit, nmtYear, from))
})
onPress(gradesFeature, 'answer', async (ctx, { revision, answer }) => {
  await showStep(ctx, await pressGrades(ctx.visit, revision, answer))
})
gradesFeature.on('message:text', async (ctx, next) => {
  const step = await typeGrades(ctx.visit, ctx.message.text)
  if (step === null) await next()
  else await showStep(ctx, step)
})

/** Never two live keyboards for one task: the message that asked before loses its own. */
async function showStep(ctx: BotContext, step: GradesStepView): Promise<void> {
  const { view, revision, next, toast, previousMessageId } = step
  await ctx.answer(toast)
  const pressed = ctx.pressedMessageId
  if (previousMessageId !== null && previousMessageId !== pressed) ctx.takeKeyboardOff(previousMessageId)
  ctx.show(view, revision)
  if (next !== undefined) ctx.send(next)
  if (pressed !== null && revision !== undefined) {
    await ctx.visit.repos.dialogues.rememberMessage(ctx.visit.student.chatId, revision, pressed)
  }
}
