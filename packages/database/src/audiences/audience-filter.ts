/** Whom a broadcast is for, as JSON may hold it. Every condition given must match; an empty list or null: any. */
export interface AudienceFilter {
  /** 'linked': connected to a website account; 'test': the chats of `testChatIds` and no others. */
  base: 'all' | 'linked' | 'test'
  testChatIds: string[]
  /** People who chose at least one of these for their open days; the same for the next two. */
  regionIds: number[]
  universityIds: number[]
  specialityCodes: string[]
  language: 'uk' | 'en' | null
  /** Wrote or pressed something within so many days (of 24 h). */
  activeWithinDays: number | null
}

/** Whom a filter meets. */
export interface AudienceCount {
  recipients: number
  /** Reachable, but with notifications or news off: gets nothing. */
  muted: number
  /** Blocked the bot or gone: gets nothing. */
  unreachable: number
}
