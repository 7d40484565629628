import type { Beat, Heartbeats } from '@abitly/runtime'
import type { Condition, Finding } from './condition.ts'

/** The roles without which the platform does not work. */
export const ROLES: readonly string[] = ['ingress', 'worker', 'scheduler']

/** Beats come every 20 s; who has missed so many is silent. */
const SILENT_SECONDS = 300
/** Who was heard within this time is well: one or two beats may get lost. */
const LIVELY_SECONDS = 60

export interface HeartbeatQuestion {
  /** Roles that must be there. Default: `ROLES`. */
  expectedRoles?: readonly string[]
  /** Age of the oldest waiting update: the effect of a silent worker. */
  oldestMs?: number
}

export const roleId = (service: string): string => `role:${service}`
const instanceId = ({ service, instance }: Beat): string => `instance:${service}:${instance}`

/**
 * Who should be heard and is not. A role that is silent as a whole is one condition, and says nothing new about
 * each of its processes. Ends of silence need a proof: after an outage of Redis nobody is called silent at once, but
 * nobody is called well either until it is heard.
 */
export function judgeHeartbeats(
  life: Heartbeats,
  { expectedRoles = ROLES, oldestMs }: HeartbeatQuestion = {},
): Finding {
  const silentRoles = expectedRoles.filter((role) => isSilent(life, life.services[role]))
  const silentBeats = life.beats.filter(
    (beat) => !silentRoles.includes(beat.service) && isSilent(life, beat.at),
  )
  const beats = new Map(life.beats.map((beat) => [instanceId(beat), beat]))
  const found = [
    ...silentRoles.map((role) => silentRole(life, role)),
    ...silentBeats.map((beat) => silentInstance(life, beat, oldestMs)),
  ]
  const foundIds = new Set(found.map(({ id }) => id))
  const gone = (id: string): boolean => id.startsWith('instance:') && !beats.has(id)
  return {
    found,
    gone,
    checked(id) {
      if (foundIds.has(id)) return true
      const [kind, service = ''] = id.split(':')
      if (kind === 'role') return expectedRoles.includes(service) && isHeard(life, life.services[service])
      if (kind !== 'instance' || silentRoles.includes(service)) return false
      return gone(id) || isHeard(life, beats.get(id)?.at)
    },
  }
}

/** Nobody is silent for longer than there was anybody to listen. */
function isSilent({ now, since }: Heartbeats, at: number | undefined): boolean {
  return now - Math.max(at ?? since, since) >= SILENT_SECONDS
}

function isHeard({ now }: Heartbeats, at: number | undefined): boolean {
  return at !== undefined && now - at < SILENT_SECONDS
}

function silentRole({ now, since, services }: Heartbeats, service: string): Condition {
  const at = services[service]
  const ageMs = (now - (at ?? since)) * 1_000
  return { kind: 'role', id: roleId(service), ageMs, service, heard: at !== undefined }
}

function silentInstance(life: Heartbeats, beat: Beat, oldestMs: number | undefined): Condition {
  const { service, instance, at } = beat
  const left = life.beats
    .filter((other) => other.service === service && life.now - other.at < LIVELY_SECONDS)
    .map((other) => other.instance)
    .sort()
  const effect = service === 'worker' && oldestMs !== undefined ? { oldestMs } : {}
  const ageMs = (life.now - at) * 1_000
  return { kind: 'instance', id: instanceId(beat), ageMs, service, instance, left, ...effect }
}
