import type { AudienceFilter, Database } from '@abitly/database'

export const EVERYBODY: AudienceFilter = {
  base: 'all',
  testChatIds: [],
  regionIds: [],
  universityIds: [],
  specialityCodes: [],
  language: null,
  activeWithinDays: null,
}

/** Makes a broadcast to everybody and starts it; it waits for its planning. Returns its id. */
export async function startBroadcast({ repositories: { campaigns } }: Database): Promise<string> {
  const now = new Date()
  const content = { kind: 'text', text: 'Hello', entities: [], buttons: [] }
  const { id } = await campaigns.create({
    kind: 'broadcast',
    content,
    audience: EVERYBODY,
    createdBy: null,
    now,
  })
  await campaigns.start(id, { by: null, now })
  return id
}
