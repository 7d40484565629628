import type { Middleware } from 'grammy'
import { linkTokenId } from '@abitly/queue'
import type { LinkTokens } from '@abitly/queue'
import type { I18n } from '@abitly/text'
import type { Press } from '../use-cases/view.ts'
import type { AdminSettings, ShortlistOffers, StudentSettings } from '../use-cases/visit.ts'
import { unpackPress } from './callback-data/press.ts'
import { readCommand, readCommandWord } from './command.ts'
import type { BotContext } from './context.ts'
import { sightingOf } from './sighting.ts'

const ANSWERED_AFTERWARDS: ReadonlySet<Press['kind']> = new Set([
  'track',
  'drop',
  'untrack',
  'swap',
  'offer-chart',
  'comparison-chart',
  'answer',
  'attend',
  'watch',
  'found',
  'filters',
  'wishes',
  'follow-plan',
  'mute',
  'erase',
  'admin',
  'priority',
  'offer-priority',
  'quota',
  'delete-grades',
  'link-answer',
  'unlink',
])

/** The tokens of the website: the only thing in Redis that a feature reaches, see ADR 0013. */
export type ClaimTokens = Pick<LinkTokens, 'claim'>

export interface VisitSettings {
  student: StudentSettings
  admin: AdminSettings
  shortlist: ShortlistOffers
}

/**
 * From here on there is a student who wrote to us or pressed a button; everything else ends here. To whom is no
 * admin a button of admins is no button of ours.
 */
export function meetStudent(
  i18n: I18n,
  settings: VisitSettings,
  linkTokens: ClaimTokens,
): Middleware<BotContext> {
  return async (ctx, next) => {
    const { chat, from } = ctx
    const concernsUs = ctx.message !== undefined || ctx.callbackQuery !== undefined
    if (chat?.type !== 'private' || from === undefined || !concernsUs) return
    const admin = settings.admin.adminIds.has(BigInt(from.id)) ? settings.admin : null
    ctx.press = allowed(unpackPress(ctx.callbackQuery?.data ?? ''), admin)
    ctx.command = readCommand(ctx.message?.text) ?? readCommandWord(ctx.message?.text)
    // The finger is answered before any work, unless the answer is a word about its outcome.
    if (ctx.press !== null && !ANSWERED_AFTERWARDS.has(ctx.press.kind)) await ctx.answer()
    const { repos, now } = ctx.scope
    const student = await repos.students.touch(sightingOf(from, chat.id, now))
    ctx.visit = {
      ...{ repos, student, tr: i18n[student.language], translators: i18n, now },
      ...{ settings: settings.student, admin, shortlist: settings.shortlist },
      links: {
        claim: (token) => linkTokens.claim(token, ctx.update.update_id),
        idOf: linkTokenId,
      },
    }
    await next()
  }
}

function allowed(press: Press | null, admin: AdminSettings | null): Press | null {
  return press?.kind === 'admin' && admin === null ? null : press
}
