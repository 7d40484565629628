import type { Translator } from '@abitly/text'
import type { MessageContent } from '../../campaigns/content.ts'
import { audit } from '../admin/audit.ts'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { EVERYBODY } from './audience-filter.ts'
import { askAgain, askBroadcast } from './broadcast-dialogue.ts'
import type { LiveBroadcast } from './broadcast-dialogue.ts'
import type { BroadcastDraft, StateOf } from './broadcast-state.ts'
import { messageOf } from './preview.ts'
import { MAX_CAPTION } from './typed-message.ts'
import type { TypedMessage } from './typed-message.ts'

/** A message that is to become the content. */
export async function takeContent(
  visit: AdminVisit,
  live: LiveBroadcast,
  state: StateOf<'content'>,
  typed: TypedMessage,
): Promise<Step> {
  if (typed.kind === 'album' && typed.groupId === state.album) return SAID_ALREADY
  if (typed.kind !== 'content') {
    const album = typed.kind === 'album' ? typed.groupId : null
    return askAgain(visit, { ...live, state: { ...state, album } }, refusalText(visit.tr, typed))
  }
  const draft = await keepContent(visit, live, typed.content)
  return askBroadcast(visit, { step: 'buttons', draft, then: state.then }, live.messageId)
}

/** The pictures of an album arrive one by one; one word for all of them is enough. */
const SAID_ALREADY: Step = { view: null, previousMessageId: null }

/** From here on there is a campaign: a draft. New content keeps the buttons of what it replaces. */
async function keepContent(
  visit: AdminVisit,
  { campaign }: LiveBroadcast,
  content: MessageContent,
): Promise<BroadcastDraft> {
  const { repos, student, now } = visit
  const kept = campaign ?? (await repos.campaigns.create(newDraft(content, student.userId, now)))
  if (campaign !== null) {
    const { buttons } = messageOf(campaign)
    await repos.campaigns.edit(campaign.id, { content: { ...content, buttons } })
  }
  await audit(visit, 'broadcast.content', { campaign: kept.number, kind: content.kind })
  return { campaignId: kept.id, number: kept.number }
}

function newDraft(content: MessageContent, createdBy: bigint, now: Date) {
  return { kind: 'broadcast' as const, content, audience: EVERYBODY, createdBy, now }
}

function refusalText(tr: Translator, typed: Exclude<TypedMessage, { kind: 'content' }>): string {
  switch (typed.kind) {
    case 'album':
      return tr.text('broadcast-album')
    case 'caption-too-long': {
      const args = { length: String(typed.length), limit: String(MAX_CAPTION) }
      return tr.text('broadcast-caption-too-long', args)
    }
    case 'not-copyable':
      return tr.text('broadcast-not-copyable')
  }
}
