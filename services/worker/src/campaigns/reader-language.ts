import type { AudienceFilter, AudiencesRepository, Language } from '@abitly/database'

const ENGLISH: AudienceFilter = {
  base: 'test',
  testChatIds: [],
  regionIds: [],
  universityIds: [],
  specialityCodes: [],
  language: 'en',
  activeWithinDays: null,
}

/** The language of the person in a chat, for a message that no update of theirs asks for. Default: Ukrainian. */
export async function readerLanguage(
  audiences: Pick<AudiencesRepository, 'count'>,
  chatId: bigint,
  now: Date,
): Promise<Language> {
  const readers = await audiences.count({ ...ENGLISH, testChatIds: [String(chatId)] }, now)
  return readers.recipients + readers.muted + readers.unreachable > 0 ? 'en' : 'uk'
}
