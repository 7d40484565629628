import { z } from 'zod'
import { CHOICE_FIELDS } from '../choices/choice-field.ts'

/** Name of this dialogue in the `dialogues` table. */
export const BROADCAST_DIALOGUE = 'broadcast'

/** The campaign that is being prepared: everything else about it is in its row. */
const draft = z.object({ campaignId: z.uuid(), number: z.int() })
/** Where content and buttons lead: on, or back to the preview they were changed from. */
const then = z.enum(['audience', 'preview'])

/** Where the dialogue stands. */
const step = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('content'),
    draft: draft.nullable(),
    then,
    /** The album that was refused last: its other pictures arrive one by one. */
    album: z.string().nullable(),
  }),
  z.object({ step: z.literal('buttons'), draft, then }),
  z.object({ step: z.literal('audience'), draft }),
  z.object({
    step: z.literal('choose'),
    draft,
    field: z.enum(CHOICE_FIELDS),
    page: z.int().min(0),
    query: z.string(),
    /** What was chosen when the list was opened: it stays in front, so that nothing moves under a finger. */
    first: z.array(z.string()),
  }),
  z.object({ step: z.literal('preview'), draft }),
  z.object({ step: z.literal('when'), draft }),
  /** The time is typed; of a scheduled campaign too. */
  z.object({ step: z.literal('time'), draft }),
  /** The number of recipients is typed. `startsAt`: null for at once. */
  z.object({ step: z.literal('confirm'), draft, recipients: z.int(), startsAt: z.iso.datetime().nullable() }),
])

/** The state as it is kept between two updates. */
export const savedBroadcastState = z.object({ step, askedAt: z.int() })

export type BroadcastState = z.infer<typeof step>
export type BroadcastDraft = z.infer<typeof draft>
export type StateOf<S extends BroadcastState['step']> = Extract<BroadcastState, { step: S }>
