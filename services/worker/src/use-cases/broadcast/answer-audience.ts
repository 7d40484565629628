import type { AudienceFilter } from '@abitly/database'
import { audienceOf } from '../../campaigns/parse-content.ts'
import { audit } from '../admin/audit.ts'
import { choicesOf } from '../choices/choices.ts'
import type { Step } from '../step.ts'
import {
  chosenIn,
  withBase,
  withCleared,
  withNextActivity,
  withNextLanguage,
  withToggled,
} from './audience-filter.ts'
import type { BroadcastAnswer, Following } from './broadcast-answer.ts'
import { askBroadcast } from './broadcast-dialogue.ts'
import type { At } from './broadcast-dialogue.ts'
import { openPreview } from './preview.ts'

/** A button below the question for the audience; null: it says nothing here. */
export async function answerAudience(at: At<'audience'>, answer: BroadcastAnswer): Promise<Step | null> {
  const { visit, state, campaign, messageId } = at
  const { draft } = state
  const filter = audienceOf(campaign)
  if (answer.kind === 'base') return changeAudience(at, withBase(filter, answer.base, visit.admin.adminIds))
  if (answer.kind === 'filter') {
    const { field } = answer
    const first = chosenIn(filter, field)
    return askBroadcast(visit, { step: 'choose', draft, field, page: 0, query: '', first }, messageId)
  }
  const following: Following<Step> = {
    language: () => changeAudience(at, withNextLanguage(filter)),
    activity: () => changeAudience(at, withNextActivity(filter)),
    next: () => leaveAudience(at, filter),
    back: () => askBroadcast(visit, { step: 'buttons', draft, then: 'audience' }, messageId),
  }
  return (await following[answer.kind]?.()) ?? null
}

/** A button below the choices of one filter. */
export async function answerChoose(at: At<'choose'>, answer: BroadcastAnswer): Promise<Step | null> {
  const { visit, state, campaign, messageId } = at
  const { field, draft } = state
  const filter = audienceOf(campaign)
  if (answer.kind === 'toggle') return toggle(at, answer.id)
  if (answer.kind === 'page') return askBroadcast(visit, { ...state, page: answer.page }, messageId)
  const leave = (): Promise<Step> => askBroadcast(visit, { step: 'audience', draft }, messageId)
  const following: Following<Step> = {
    clear: () => changeAudience(at, withCleared(filter, field)),
    'show-all': () => {
      const first = chosenIn(filter, field)
      return askBroadcast(visit, { ...state, query: '', page: 0, first }, messageId)
    },
    next: leave,
    back: leave,
  }
  return (await following[answer.kind]?.()) ?? null
}

async function toggle(at: At<'choose'>, id: string): Promise<Step | null> {
  const { visit, state, campaign } = at
  const all = await choicesOf(visit.repos.choices, state.field, visit.tr.language)
  if (!all.some((choice) => choice.id === id)) return null
  return changeAudience(at, withToggled(audienceOf(campaign), state.field, id))
}

async function changeAudience(
  { visit, state, campaign, messageId }: At<'audience'> | At<'choose'>,
  audience: AudienceFilter,
): Promise<Step> {
  await visit.repos.campaigns.edit(campaign.id, { audience })
  return askBroadcast(visit, state, messageId)
}

async function leaveAudience(
  { visit, state, campaign, messageId }: At<'audience'>,
  filter: AudienceFilter,
): Promise<Step> {
  const { recipients } = await visit.repos.audiences.count(filter, visit.now)
  if (recipients === 0) {
    const step = await askBroadcast(visit, state, messageId)
    return { ...step, toast: visit.tr.text('toast-nobody') }
  }
  await audit(visit, 'broadcast.audience', { campaign: campaign.number, recipients, ...filter })
  return openPreview(visit, state.draft, messageId)
}
