import type { BroadcastAnswer } from '../broadcast/broadcast-answer.ts'

/** What the buttons of a campaign's card do. */
export const CAMPAIGN_ACTIONS = [
  'open',
  'refresh',
  'pause',
  'resume',
  'ask-cancel',
  'cancel',
  'keep',
  'send-now',
  'reschedule',
  'report',
  'retry-unknown',
] as const
export type CampaignAction = (typeof CAMPAIGN_ACTIONS)[number]

export const OPEN_DAY_UPDATE_ANSWERS = ['send', 'example', 'back', 'cancel'] as const
export type OpenDayUpdateAnswer = (typeof OPEN_DAY_UPDATE_ANSWERS)[number]

/** What a button of an admin asks for. Campaigns go by their number; `revision` tells an old keyboard. */
export type AdminPress =
  | { kind: 'new-broadcast' }
  /** A page of former campaigns, from 0. */
  | { kind: 'campaigns'; page: number }
  | { kind: 'campaign'; number: number; action: CampaignAction }
  /** `number`: null while there is no draft yet. */
  | { kind: 'broadcast'; number: number | null; revision: number; answer: BroadcastAnswer }
  | { kind: 'open-day-update'; number: number; revision: number; answer: OpenDayUpdateAnswer }
  | { kind: 'health' }
