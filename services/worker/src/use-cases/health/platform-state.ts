/** What is wrong now, as far as admins were told of it. */
export interface KnownAlert {
  /** Names the trouble: `role:worker`, `instance:worker:worker-2`, `webhook`, `backlog`, `dead-letters`. */
  id: string
  since: Date
}

/** The processes of one role that did not say goodbye within a day. */
export interface RoleState {
  service: string
  alive: number
  known: number
}

/** The platform at one moment, as one of its processes sees it. */
export interface PlatformState {
  roles: RoleState[]
  /** Who leads the schedulers, by host and process; null: nobody. */
  leader: string | null
  /** Chats with waiting updates, and since when the oldest waits. */
  waitingChats: number
  oldestMs: number
  /** How long each took to answer. */
  databaseMs: number
  redisMs: number
  /** Does Redis write to disk before it answers? */
  persistent: boolean
  alerts: KnownAlert[]
}

/** Looks at the platform; changes nothing. */
export type LookAtPlatform = () => Promise<PlatformState>
