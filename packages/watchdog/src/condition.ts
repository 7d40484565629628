import { z } from 'zod'

const milliseconds = z.number().min(0)

/**
 * Something that is wrong with the platform now. `id` names it: what has the same id later is the same trouble still.
 * `ageMs`: how long it had lasted when it was found.
 */
export const conditionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('role'),
    id: z.string(),
    ageMs: milliseconds,
    service: z.string(),
    /** False: no process of this role was ever heard, since we listen. */
    heard: z.boolean(),
  }),
  z.object({
    kind: z.literal('instance'),
    id: z.string(),
    ageMs: milliseconds,
    service: z.string(),
    instance: z.string(),
    /** Names of the others of its role that are well. */
    left: z.array(z.string()),
    /** Age of the oldest update that waits for an answer, where that is known and matters. */
    oldestMs: milliseconds.optional(),
  }),
  z.object({
    kind: z.literal('webhook'),
    id: z.literal('webhook'),
    ageMs: milliseconds,
    /** Telegram posts elsewhere; has nowhere to post to; failed at posting lately; has much to post. */
    problem: z.enum(['elsewhere', 'unset', 'errors', 'pending']),
    /** Updates that wait at Telegram. */
    pending: z.number(),
    /** Host that Telegram posts to. */
    host: z.string(),
    /** What Telegram says of its last failure. */
    error: z.string(),
  }),
  z.object({
    kind: z.literal('backlog'),
    id: z.literal('backlog'),
    ageMs: milliseconds,
    /** Chats with waiting updates. */
    chats: z.number(),
  }),
  z.object({
    kind: z.literal('dead-letters'),
    id: z.literal('dead-letters'),
    ageMs: milliseconds,
    count: z.number(),
    /** The most frequent error codes, with how often each stands among the oldest letters. */
    codes: z.array(z.object({ code: z.string(), count: z.number() })),
  }),
])

export type Condition = z.output<typeof conditionSchema>
export type ConditionOf<K extends Condition['kind']> = Extract<Condition, { kind: K }>

/** What one look at the platform found. */
export interface Finding {
  readonly found: readonly Condition[]
  /** Is this known to be well now, or among what was found? What was not looked at, or is in doubt, is neither. */
  readonly checked: (id: string) => boolean
  /** Did it end because its subject is no more, rather than well again? */
  readonly gone?: (id: string) => boolean
}

/** Several looks as one. */
export function joinFindings(findings: readonly Finding[]): Finding {
  return {
    found: findings.flatMap(({ found }) => found),
    checked: (id) => findings.some((finding) => finding.checked(id)),
    gone: (id) => findings.some((finding) => finding.gone?.(id) === true),
  }
}
