import type { Campaign, Dialogue } from '@abitly/database'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { broadcastPrompt } from './broadcast-prompt.ts'
import { BROADCAST_DIALOGUE, savedBroadcastState } from './broadcast-state.ts'
import type { BroadcastState, StateOf } from './broadcast-state.ts'

/** How long a message still counts as an answer, in milliseconds. Buttons work for ever. */
const ANSWER_WITHIN_MS = 24 * 60 * 60 * 1000

/** The dialogue of a chat, as far as it is ours, readable, and its campaign can still be changed. */
export interface LiveBroadcast {
  state: BroadcastState
  /** What is being prepared; null before its content is known. */
  campaign: Campaign | null
  revision: number
  messageId: number | null
  /** Whether a message is still taken for an answer. */
  takesText: boolean
}

/** The live dialogue at a step that has a campaign. */
export interface At<S extends BroadcastState['step']> {
  visit: AdminVisit
  state: StateOf<S>
  campaign: Campaign
  /** The message that carries the question. */
  messageId: number | null
}

/** The live broadcast dialogue; null when there is none. */
export async function findBroadcast({ repos, student, now }: AdminVisit): Promise<LiveBroadcast | null> {
  const dialogue = await repos.dialogues.find(student.chatId)
  const live = dialogue === null ? null : readDialogue(dialogue, now)
  if (live === null || live.state.draft === null) return live
  const campaign = await repos.campaigns.find(live.state.draft.campaignId)
  return campaign !== null && canChange(campaign, live.state) ? { ...live, campaign } : null
}

/** Moves the dialogue to `state` and asks its question. */
export async function askBroadcast(
  visit: AdminVisit,
  state: BroadcastState,
  previousMessageId: number | null,
): Promise<Step> {
  const { repos, student, now } = visit
  const saved = { step: state, askedAt: now.getTime() }
  const revision = await repos.dialogues.save(student.chatId, { name: BROADCAST_DIALOGUE, state: saved, now })
  return { view: await broadcastPrompt(visit, state, revision), revision, previousMessageId }
}

/** Where things stand, for a button that came too late or says nothing here. */
export async function standing(visit: AdminVisit, live: LiveBroadcast, toast?: string): Promise<Step> {
  const { state, revision, messageId } = live
  const view = await broadcastPrompt(visit, state, revision)
  return { view, revision, previousMessageId: messageId, toast: toast ?? visit.tr.text('toast-refreshed') }
}

/** The same question again at the bottom of the chat, below what was wrong with an answer. */
export async function askAgain(visit: AdminVisit, live: LiveBroadcast, problem: string): Promise<Step> {
  const step = await askBroadcast(visit, live.state, live.messageId)
  const { text, ...rest } = step.view ?? { text: '' }
  return { ...step, view: { ...rest, text: `${problem}\n\n${text}` } }
}

function canChange({ state }: Campaign, { step }: BroadcastState): boolean {
  return state === 'draft' || (state === 'scheduled' && step === 'time')
}

function readDialogue({ name, state, revision, messageId }: Dialogue, now: Date): LiveBroadcast | null {
  const read = name === BROADCAST_DIALOGUE ? savedBroadcastState.safeParse(state) : null
  if (read?.success !== true) return null
  const takesText = now.getTime() - read.data.askedAt < ANSWER_WITHIN_MS
  return { state: read.data.step, campaign: null, revision, messageId, takesText }
}
