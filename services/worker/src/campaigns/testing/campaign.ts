import type { Campaign } from '@abitly/database'

const AT = new Date('2026-07-24T09:00:00Z')

/** A broadcast that runs and that nobody watches, unless told otherwise. */
export function campaign(change: Partial<Campaign> = {}): Campaign {
  return {
    id: '0b6fc7e3-6f0c-4f63-9a55-0d9f5f6c1a11',
    number: 42,
    kind: 'broadcast',
    state: 'running',
    content: { kind: 'text', text: 'hello', entities: [], buttons: [] },
    audience: null,
    resendUnknown: false,
    createdBy: 1n,
    createdAt: AT,
    startsAt: null,
    startedAt: AT,
    finishedAt: null,
    expiresAt: null,
    size: 10,
    plannedAt: AT,
    pause: null,
    changedBy: null,
    changedAt: AT,
    card: null,
    reportedAt: null,
    ...change,
  }
}
