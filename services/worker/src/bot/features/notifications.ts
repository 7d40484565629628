import { Composer } from 'grammy'
import { switchNotifications } from '../../use-cases/notifications.ts'
import type { BotContext } from '../context.ts'
import { onPress } from '../on-press.ts'

/** The switch under each message that we begin ourselves. That message stays as it is: it holds news. */
export const notificationsFeature = new Composer<BotContext>()

onPress(notificationsFeature, 'notifications', async (ctx, { enabled }) => {
  const view = await switchNotifications(ctx.visit, enabled)
  if (enabled) ctx.show(view)
  else ctx.send(view)
})
