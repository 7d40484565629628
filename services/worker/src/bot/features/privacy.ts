import { Composer } from 'grammy'
import { askToErase, eraseEverything } from '../../use-cases/privacy/erase-everything.ts'
import { privacyView } from '../../use-cases/privacy/privacy-view.ts'
import type { BotContext } from '../context.ts'
import { onCommand } from '../on-command.ts'
import { onChange, onNavigation, onPress } from '../on-press.ts'

const FILE_NAME = 'abitly-my-data.json'

/** What is kept of a student: shown, handed out, erased. */
export const privacyFeature = new Composer<BotContext>()

onCommand(privacyFeature, 'privacy', (ctx) => privacyView(ctx.visit.tr))
onNavigation(privacyFeature, 'privacy', (ctx) => privacyView(ctx.visit.tr))
onPress(privacyFeature, 'export-data', async (ctx) => {
  const payload = { chat_id: ctx.chatId, caption: ctx.visit.tr.text('privacy-file'), parse_mode: 'HTML' }
  // The reply is kept for days: it says whose data to send, never which.
  const document = { personalData: String(ctx.visit.student.chatId), fileName: FILE_NAME }
  ctx.call({ method: 'sendDocument', payload, document })
})
onNavigation(privacyFeature, 'ask-to-erase', (ctx) => askToErase(ctx.visit))
onChange(privacyFeature, 'erase', (ctx, { askedAt }) => eraseEverything(ctx.visit, askedAt))
