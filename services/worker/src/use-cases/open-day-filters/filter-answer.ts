import type { ChoiceAnswer } from '../choices/choice-answer.ts'
import type { ChoiceField } from '../choices/choice-field.ts'

/** Buttons that carry nothing but themselves. */
export const PLAIN_FILTER_ANSWERS = [
  /** To all filters. */
  'back',
  /** To the open days they meet. */
  'done',
  /** Takes all choices of the open filter back; of all filters. */
  'clear',
  'clear-all',
  /** Ends a search. */
  'show-all',
] as const
export type PlainFilterAnswer = (typeof PLAIN_FILTER_ANSWERS)[number]

/** What a button below the filters answers. */
export type FilterAnswer =
  | { kind: PlainFilterAnswer }
  /** Opens the choices of a filter. */
  | { kind: 'field'; field: ChoiceField }
  | ChoiceAnswer
