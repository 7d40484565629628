import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'
import { sightingOf } from '../sighting.ts'

/** The student blocks the bot, or lets it in again. Neither is answered. */
export const membershipFeature = new Composer<BotContext>()

membershipFeature.on('my_chat_member', async (ctx) => {
  const { chat, new_chat_member: member } = ctx.myChatMember
  if (chat.type !== 'private') return
  const { repos, now } = ctx.scope
  if (member.status === 'kicked') await repos.students.markUnreachable(BigInt(chat.id), 'blocked', now)
  else await repos.students.touch(sightingOf(ctx.myChatMember.from, chat.id, now))
})
