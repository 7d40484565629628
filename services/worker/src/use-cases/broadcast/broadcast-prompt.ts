import type { Campaign } from '@abitly/database'
import { audienceOf, contentOf } from '../../campaigns/parse-content.ts'
import { choicesOf } from '../choices/choices.ts'
import type { View } from '../view.ts'
import type { AdminVisit } from '../visit.ts'
import { answerButtons } from './answer-button.ts'
import { audiencePrompt } from './audience-prompt.ts'
import { chosenNames } from './audience-texts.ts'
import type { BroadcastState, StateOf } from './broadcast-state.ts'
import { choosePrompt } from './choose-prompt.ts'
import { buttonsPrompt, contentPrompt } from './content-prompts.ts'
import { confirmPrompt, previewPrompt, timePrompt, whenPrompt } from './sending-prompts.ts'

/** The question of a step with its buttons, filled with what is known right now. */
export async function broadcastPrompt(
  visit: AdminVisit,
  state: BroadcastState,
  revision: number,
): Promise<View> {
  const { tr, now } = visit
  const buttons = answerButtons(tr, state.draft?.number ?? null, revision)
  if (state.step === 'content') return contentPrompt(tr, state, buttons)
  const campaign = await campaignOf(visit, state.draft.campaignId)
  switch (state.step) {
    case 'buttons':
      return buttonsPrompt(tr, contentOf(campaign), buttons)
    case 'audience': {
      const filter = audienceOf(campaign)
      const count = await visit.repos.audiences.count(filter, now)
      const names = await chosenNames(visit.repos.choices, filter, tr)
      return audiencePrompt(tr, { filter, count, names }, buttons)
    }
    case 'choose':
      return askChoice(visit, state, campaign, revision)
    case 'preview':
      return previewPrompt(tr, buttons)
    case 'when': {
      const { recipients } = await visit.repos.audiences.count(audienceOf(campaign), now)
      const { bulkPerSecond } = visit.admin
      return whenPrompt(tr, { campaign, recipients, bulkPerSecond, now }, buttons)
    }
    case 'time':
      return timePrompt(tr, campaign, buttons)
    case 'confirm':
      return confirmPrompt(tr, state, now, buttons)
  }
}

async function askChoice(
  { repos, tr, now }: AdminVisit,
  state: StateOf<'choose'>,
  campaign: Campaign,
  revision: number,
): Promise<View> {
  const filter = audienceOf(campaign)
  const { recipients } = await repos.audiences.count(filter, now)
  const all = await choicesOf(repos.choices, state.field, tr.language)
  return choosePrompt(tr, state, { all, filter, recipients }, answerButtons(tr, campaign.number, revision))
}

async function campaignOf({ repos }: AdminVisit, campaignId: string): Promise<Campaign> {
  const campaign = await repos.campaigns.find(campaignId)
  if (campaign === null) throw new Error(`There is no campaign ${campaignId} to prepare`)
  return campaign
}
