import { Composer } from 'grammy'
import { showHealth } from '../../use-cases/health/show-health.ts'
import type { BotContext } from '../context.ts'
import { onAdminCommand, onAdminPress } from '../on-admin.ts'

/** How the platform does, for admins. */
export const healthFeature = new Composer<BotContext>()

onAdminCommand(healthFeature, 'health', showHealth)
onAdminPress(healthFeature, 'health', showHealth)
