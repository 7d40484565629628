import { hostname } from 'node:os'

/** The key of the one right to fetch updates in polling mode; a contract, also with operators' scripts. */
export const POLLING_LOCK = 'bot_polling_lock'

/** Who holds a lock: its value in Redis, as JSON, so that a person who finds it knows whom to look for. */
export interface LockHolder {
  host: string
  pid: number
  /** `development` or `production`. */
  env: string
  /** When it was taken: UNIX time in seconds. */
  ts: number
  /** Random: tells two processes with the same pid apart. */
  owner: string
}

/** This process, as the holder of a lock that it takes at `now`. */
export function holderHere(env: string, owner: string, now: Date): LockHolder {
  return { host: hostname(), pid: process.pid, env, ts: Math.floor(now.getTime() / 1000), owner }
}

/** @returns null when the value is not what we write */
export function parseLockHolder(value: string): LockHolder | null {
  try {
    const parsed: unknown = JSON.parse(value)
    return isHolder(parsed) ? parsed : null
  } catch {
    return null
  }
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false
  const texts = ['host', 'env', 'owner'].map((name) => typeof Reflect.get(value, name))
  const numbers = ['pid', 'ts'].map((name) => Number.isFinite(Reflect.get(value, name)))
  return texts.every((type) => type === 'string') && numbers.every(Boolean)
}

/** `process 4711 on olha-laptop (development) for 3 min`, whatever stands in the lock. */
export function describeLockHolder(value: string, now: Date): string {
  const holder = parseLockHolder(value)
  if (holder === null) return 'somebody whose entry cannot be read'
  const seconds = Math.max(0, Math.floor(now.getTime() / 1000) - holder.ts)
  return `process ${holder.pid} on ${holder.host} (${holder.env}) for ${duration(seconds)}`
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} s`
  if (seconds < 7_200) return `${Math.floor(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.floor(seconds / 3_600)} h` : `${Math.floor(seconds / 86_400)} days`
}
