import { Composer } from 'grammy'
import { askDeleteGrades, deleteGrades } from '../../use-cases/grades/delete-grades.ts'
import {
  askPriority,
  askQuota,
  chooseOfferPriority,
  choosePreference,
} from '../../use-cases/profile/preferences.ts'
import { showProfile } from '../../use-cases/profile/show-profile.ts'
import type { BotContext } from '../context.ts'
import { onCommand } from '../on-command.ts'
import { onChange, onNavigation } from '../on-press.ts'

/** Account, grades and preferences of a student. */
export const profileFeature = new Composer<BotContext>()

onCommand(profileFeature, 'myprofile', (ctx) => showProfile(ctx.visit))
onNavigation(profileFeature, 'profile', (ctx) => showProfile(ctx.visit))
onNavigation(profileFeature, 'priorities', (ctx) => askPriority(ctx.visit))
onNavigation(profileFeature, 'quotas', (ctx) => askQuota(ctx.visit))
onChange(profileFeature, 'priority', (ctx, { priority }) => choosePreference(ctx.visit, { priority }))
onChange(profileFeature, 'quota', (ctx, { quota }) => choosePreference(ctx.visit, { quota }))
onChange(profileFeature, 'offer-priority', (ctx, { priority, ...at }) =>
  chooseOfferPriority(ctx.visit, priority, at),
)
onNavigation(profileFeature, 'ask-delete-grades', (ctx, { nmtYear }) => askDeleteGrades(ctx.visit, nmtYear))
onChange(profileFeature, 'delete-grades', (ctx, { nmtYear }) => deleteGrades(ctx.visit, nmtYear))
