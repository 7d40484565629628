import { Composer } from 'grammy'
import {
  chooseQuietHours,
  muteKind,
  showNotifications,
  switchAll,
  switchKind,
} from '../../use-cases/notifications/switch-notifications.ts'
import type { BotContext } from '../context.ts'
import { onCommand } from '../on-command.ts'
import { onNavigation, onPress } from '../on-press.ts'

/** What we write about without being asked, and the switches of it. */
export const notificationsFeature = new Composer<BotContext>()

onCommand(notificationsFeature, 'notifications', (ctx) => showNotifications(ctx.visit))
onNavigation(notificationsFeature, 'open-notifications', (ctx) => showNotifications(ctx.visit))
onNavigation(notificationsFeature, 'notifications', (ctx, { enabled }) => switchAll(ctx.visit, enabled))
onNavigation(notificationsFeature, 'switch-kind', (ctx, { of, on }) => switchKind(ctx.visit, of, on))
onNavigation(notificationsFeature, 'quiet-hours', (ctx, { hours }) => chooseQuietHours(ctx.visit, hours))
// Under a message that we began, which stays as it is: it holds news.
onPress(notificationsFeature, 'mute', async (ctx, { of }) => {
  const { view, toast } = await muteKind(ctx.visit, of)
  await ctx.answer(toast)
  ctx.send(view)
})
