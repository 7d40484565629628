import { z } from 'zod'

/** Name of this dialogue in the `dialogues` table. */
export const OPEN_DAY_UPDATE_DIALOGUE = 'open-day-update'

/** Where the dialogue stands. The campaign is a draft: it holds the open days as they were counted. */
export const openDayUpdateState = z.object({
  /** 'confirm': the number of recipients is typed. */
  step: z.enum(['ask', 'confirm']),
  campaignId: z.uuid(),
  number: z.int(),
  recipients: z.int(),
})

export type OpenDayUpdateState = z.infer<typeof openDayUpdateState>
