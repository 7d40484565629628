import { z } from 'zod'
import { CHOICE_FIELDS } from '../choices/choice-field.ts'

/** Name of this dialogue in the `dialogues` table. */
export const FILTERS_DIALOGUE = 'open-day-filters'

const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('overview') }),
  z.object({
    step: z.literal('choose'),
    field: z.enum(CHOICE_FIELDS),
    page: z.int().min(0),
    query: z.string(),
    /** What was chosen when the list was opened: it stays in front, so that nothing moves under a finger. */
    first: z.array(z.string()),
  }),
])

/** The state as it is kept between two updates. What is chosen is kept where it belongs. */
export const savedFiltersState = z.object({ step, askedAt: z.int() })

export type FiltersState = z.infer<typeof step>
export type ChooseState = Extract<FiltersState, { step: 'choose' }>
