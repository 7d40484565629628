import { Composer } from 'grammy'
import { beginBroadcast } from '../../use-cases/broadcast/begin-broadcast.ts'
import { pressBroadcast } from '../../use-cases/broadcast/press-broadcast.ts'
import { typeBroadcast } from '../../use-cases/broadcast/type-broadcast.ts'
import type { BotContext } from '../context.ts'
import { onAdminCommand, onAdminMessage, onAdminPress } from '../on-admin.ts'
import { readTypedMessage } from '../typed-message.ts'

/** Preparing a broadcast: content, audience, look, time. */
export const broadcastFeature = new Composer<BotContext>()

onAdminCommand(broadcastFeature, 'broadcast', beginBroadcast)
onAdminPress(broadcastFeature, 'new-broadcast', (visit) => beginBroadcast(visit))
onAdminPress(broadcastFeature, 'broadcast', pressBroadcast)
onAdminMessage(broadcastFeature, async (visit, { message }) =>
  message === undefined ? null : typeBroadcast(visit, readTypedMessage(message)),
)
