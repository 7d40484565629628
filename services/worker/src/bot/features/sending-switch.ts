import { Composer } from 'grammy'
import { resumeSending, stopSending } from '../../use-cases/sending-switch/switch-sending.ts'
import type { BotContext } from '../context.ts'
import { onAdminCommand } from '../on-admin.ts'

/** The emergency stop of all bulk sends. */
export const sendingSwitchFeature = new Composer<BotContext>()

onAdminCommand(sendingSwitchFeature, 'stopsending', stopSending)
onAdminCommand(sendingSwitchFeature, 'resumesending', resumeSending)
