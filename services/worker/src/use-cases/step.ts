import type { ContentCall } from '../campaigns/content-call.ts'
import type { View } from './view.ts'

/** A file for an admin, as what it is made of. */
export interface ReportFile {
  campaignId: string
  fileName: string
}

/** Work that begins when the update has been committed. */
export interface CampaignJob {
  job: 'campaign.plan' | 'campaign.wake' | 'campaign.show-progress'
  campaignId: string
}

/** A message to another chat: somebody has to know what was done here. */
export interface MessageElsewhere {
  chatId: bigint
  view: View
  silent: boolean
}

/** What a press, a text or a command leads to. */
export interface Step {
  /** In place of the pressed message, else a new one; null: nothing changes on the screen. */
  view: View | null
  /** Set while a dialogue goes on: whoever sends the view tells the dialogue which message it became. */
  revision?: number
  toast?: string
  /** The message that carried the keyboard so far; it loses it, unless the view takes its place. */
  previousMessageId: number | null
  /** The view becomes a message of its own, whatever was pressed. */
  asNew?: boolean
  /** Sent just before the view, which then is a message of its own. */
  above?: ContentCall
  /** Sent after the view. */
  below?: ContentCall
  next?: View
  report?: ReportFile
  /** Id of the campaign whose progress the view's message shows from now on. */
  card?: string
  elsewhere?: MessageElsewhere
  jobs?: readonly (CampaignJob | { job: 'account-events.publish' })[]
}
