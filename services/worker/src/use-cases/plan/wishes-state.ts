import { z } from 'zod'
import { WISH_FIELDS } from './wish-answer.ts'

const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('overview') }),
  z.object({
    step: z.literal('choose'),
    field: z.enum(WISH_FIELDS),
    page: z.int().min(0),
    query: z.string(),
    /** What was chosen when the list was opened: it stays in front, so that nothing moves under a finger. */
    first: z.array(z.string()),
  }),
])

/** The state as it is kept between two updates. What is wished is kept where it belongs. */
export const savedWishesState = z.object({ step, askedAt: z.int() })

export type WishesState = z.infer<typeof step>
export type ChooseWish = Extract<WishesState, { step: 'choose' }>
