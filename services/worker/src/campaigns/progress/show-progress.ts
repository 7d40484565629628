import type { Campaign } from '@abitly/database'
import type { CampaignPayload, JobEnd, JobHandler } from '@abitly/queue'
import { campaignCard } from '../../use-cases/campaigns/campaign-card.ts'
import { loadCardFacts } from '../../use-cases/campaigns/card-facts.ts'
import type { CampaignDependencies } from '../campaign-dependencies.ts'
import { keepTrying } from '../keep-trying.ts'
import { readerLanguage } from '../reader-language.ts'
import { editCard, retireCard, sendCard } from './card-message.ts'
import type { Shown } from './card-message.ts'
import { nextProgressStep, progressEveryMs } from './next-step.ts'

type ProgressDependencies = Pick<CampaignDependencies, 'database' | 'replyApi' | 'i18n' | 'clock' | 'logger'>
type Card = NonNullable<Campaign['card']>

/** A campaign and the message that shows it, at one moment. */
interface Watched {
  campaign: Campaign
  card: Card
  now: Date
  signal: AbortSignal
}

const REFUSED_AGAIN_MS = 60_000
/** Telegram numbers messages from 1. */
const NO_MESSAGE = 0

/**
 * Keeps the message that shows a campaign's progress up to date, and sends a new one when the campaign was paused
 * by the system or has ended. Asks to be run again until the end has been told.
 */
export function createProgressShower(deps: ProgressDependencies): JobHandler<CampaignPayload> {
  // What this process has drawn last: the same is not drawn again. Telegram takes an edit without a change in good part.
  const drawn = new Map<string, string>()
  const { campaigns } = deps.database.repositories
  return async ({ campaignId }, { signal }) => {
    const campaign = await campaigns.find(campaignId)
    if (campaign === null) return
    const now = deps.clock.now()
    const step = nextProgressStep(campaign, now)
    if (step.kind === 'wait') return { againAfterMs: step.ms }
    const card = campaign.card ?? unseenCard(campaign)
    if (step.kind === 'edit' && card !== null) {
      return await redraw({ campaign, card, now, signal }, drawn, deps)
    }
    drawn.delete(campaignId)
    if (step.kind === 'announce' && card !== null) {
      return await announce({ campaign, card, now, signal }, step.ended, deps)
    }
    if (step.kind === 'log') await logEnd(campaign, deps)
    if (step.kind === 'log' || step.kind === 'close') await campaigns.markReported(campaignId, now)
  }
}

/** Where its admin is told of a campaign whose message got lost before it was noted: in their own chat. */
function unseenCard({ createdBy }: Campaign): Card | null {
  return createdBy === null ? null : { chatId: createdBy, messageId: NO_MESSAGE, done: 0, at: new Date(0) }
}

/** What is paused or scheduled, with nothing in flight, does not move by itself: who changes it asks for another look. */
function nextLook(campaign: Campaign, inFlight: number): JobEnd {
  const rests = campaign.state === 'paused' || campaign.state === 'scheduled'
  return rests && inFlight === 0 ? undefined : { againAfterMs: progressEveryMs(campaign) }
}

async function redraw(
  watched: Watched,
  drawn: Map<string, string>,
  deps: ProgressDependencies,
): Promise<JobEnd> {
  const { campaign, card } = watched
  const { view, done, inFlight } = await draw(watched, deps)
  const print = JSON.stringify([card.messageId, campaign.changedAt, view])
  if (drawn.get(campaign.id) === print) return nextLook(campaign, inFlight)
  const shown = await editCard(deps.replyApi, card, view)
  if (shown.kind === 'message-gone') return await announce(watched, false, deps)
  if (shown.kind !== 'shown') return await notShown(shown, watched, false, deps)
  drawn.set(campaign.id, print)
  await remember(watched, shown.messageId, done, deps)
  return nextLook(campaign, inFlight)
}

async function announce(watched: Watched, ended: boolean, deps: ProgressDependencies): Promise<JobEnd> {
  const { campaign, card } = watched
  const { view, done, inFlight } = await draw(watched, deps)
  const shown = await sendCard(deps.replyApi, card, view)
  if (shown.kind !== 'shown') return await notShown(shown, watched, ended, deps)
  await remember(watched, shown.messageId, done, deps)
  if (ended) await close(watched, deps)
  if (card.messageId !== NO_MESSAGE) await retireCard(deps.replyApi, card, view)
  return ended ? undefined : nextLook(campaign, inFlight)
}

async function draw({ campaign, card, now }: Watched, { database, i18n }: ProgressDependencies) {
  const language = await readerLanguage(database.repositories.students, card.chatId)
  const facts = await loadCardFacts(database.repositories, campaign, now)
  const { pending, sending } = facts.tally
  const done = campaign.size - pending - sending
  return { view: campaignCard(i18n[language], facts), done, inFlight: sending }
}

/** The message is out: forgetting it would send another one. */
async function remember(
  { campaign, card, now, signal }: Watched,
  messageId: number,
  done: number,
  { database }: ProgressDependencies,
): Promise<void> {
  // The clocks of two processes differ: a card that tells of a pause is never older than the pause.
  const at = new Date(Math.max(now.getTime(), campaign.pause?.at.getTime() ?? 0))
  const shown = { chatId: card.chatId, messageId, done, at }
  await keepTrying(() => database.repositories.campaigns.showCard(campaign.id, shown), patience(signal))
}

async function close({ campaign, now, signal }: Watched, { database }: ProgressDependencies): Promise<void> {
  await keepTrying(() => database.repositories.campaigns.markReported(campaign.id, now), patience(signal))
}

function patience(signal: AbortSignal) {
  return { patienceMs: 60_000, stoppingMs: 10_000, signal }
}

async function notShown(
  shown: Exclude<Shown, { kind: 'shown' }>,
  watched: Watched,
  ended: boolean,
  deps: ProgressDependencies,
): Promise<JobEnd> {
  const { number } = watched.campaign
  if (shown.kind === 'again') return { againAfterMs: shown.afterMs }
  const reason = shown.kind === 'refused' ? shown.reason : shown.kind
  deps.logger.error({ campaign: number, reason }, 'the progress of a campaign cannot be shown')
  if (!ended) return { againAfterMs: REFUSED_AGAIN_MS }
  await logEnd(watched.campaign, deps)
  await close(watched, deps)
}

/** For a campaign that nobody watches. */
async function logEnd(
  { id, number, kind, state }: Campaign,
  { database, logger }: ProgressDependencies,
): Promise<void> {
  const tally = await database.repositories.deliveries.tally(id)
  logger.info({ campaign: number, kind, state, ...tally }, 'a campaign is over')
}
