import { Composer } from 'grammy'
import { fixGrades, openGrades, pressGrades, typeGrades } from '../../use-cases/grades/answer-grades.ts'
import { startGrades } from '../../use-cases/grades/grades-dialogue.ts'
import type { BotContext } from '../context.ts'
import { onPress } from '../on-press.ts'
import { showStep } from '../show-step.ts'

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
