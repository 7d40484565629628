import type { ChoiceAnswer } from '../choices/choice-answer.ts'
import type { ChoiceField } from '../choices/choice-field.ts'

export const AUDIENCE_BASES = ['all', 'linked', 'test'] as const
export type AudienceBase = (typeof AUDIENCE_BASES)[number]

/** Buttons that carry nothing but themselves. */
export const PLAIN_ANSWERS = [
  'next',
  'back',
  'cancel',
  /** Turns to the next language, the next span of activity. */
  'language',
  'activity',
  /** Takes all choices of a filter back; ends a search. */
  'clear',
  'show-all',
  'test-send',
  'edit-content',
  'send-now',
  'tomorrow',
  'other-time',
  'toggle-unknown',
] as const
export type PlainAnswer = (typeof PLAIN_ANSWERS)[number]

/** What a button of the broadcast dialogue answers. */
export type BroadcastAnswer =
  | { kind: PlainAnswer }
  | { kind: 'base'; base: AudienceBase }
  /** Opens the choices of a filter. */
  | { kind: 'filter'; field: ChoiceField }
  | ChoiceAnswer

/** What follows each answer that a question knows; any other says nothing there. */
export type Following<T> = Partial<Record<BroadcastAnswer['kind'], () => Promise<T>>>
