import type { PlanWishes } from '@abitly/database'
import type { ChoiceAnswer } from '../choices/choice-answer.ts'

/** What a plan can be narrowed by, of many choices. */
export const WISH_FIELDS = ['speciality', 'region'] as const
export type WishField = (typeof WISH_FIELDS)[number]

/** Buttons that carry nothing but themselves. */
export const PLAIN_WISH_ANSWERS = [
  /** To all wishes. */
  'back',
  /** Takes all choices of the open list back. */
  'clear',
  /** Ends a search. */
  'show-all',
  /** Makes the plan. */
  'make',
] as const
export type PlainWishAnswer = (typeof PLAIN_WISH_ANSWERS)[number]

/** What a button below the wishes answers. */
export type WishAnswer =
  | { kind: PlainWishAnswer }
  | { kind: 'funding'; funding: PlanWishes['funding'] }
  /** Opens the choices of a field. */
  | { kind: 'field'; field: WishField }
  | ChoiceAnswer
