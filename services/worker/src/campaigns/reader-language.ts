import type { Language, StudentsRepository } from '@abitly/database'

/** The language of the person in a chat, for a message that no update of theirs asks for. Default: Ukrainian. */
export async function readerLanguage(
  students: Pick<StudentsRepository, 'people'>,
  chatId: bigint,
): Promise<Language> {
  const [reader] = await students.people([chatId])
  return reader?.language ?? 'uk'
}
