import type { StudentsRepository } from '@abitly/database'
import { displayName, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'

/** What admins are called, by the user id Telegram knows them by. */
export type AdminNames = ReadonlyMap<bigint, string>

/** A toast has 40 letters for everything. */
const IN_A_TOAST = 14

/** The names of those who have talked to the bot: «Ірина М.». In a private chat the chat's id is the person's. */
export async function loadAdminNames(
  students: Pick<StudentsRepository, 'people'>,
  ids: readonly (bigint | null | undefined)[],
): Promise<AdminNames> {
  const known = [...new Set(ids.filter((id) => id !== null && id !== undefined))]
  if (known.length === 0) return new Map()
  const people = await students.people(known)
  return new Map(
    people.flatMap(({ chatId, firstName, lastName }) =>
      firstName === null ? [] : [[chatId, shortName(firstName, lastName)]],
    ),
  )
}

/** Who did something, ready for an HTML message; null: nobody, the bot itself. */
export function adminName(tr: Translator, names: AdminNames, userId: bigint | null): string {
  if (userId === null) return tr.text('campaign-system')
  return displayName(names.get(userId) ?? String(userId))
}

/** The same for a toast. */
export function adminNameInToast(tr: Translator, names: AdminNames, userId: bigint | null): string {
  if (userId === null) return tr.text('campaign-system')
  return plainName(names.get(userId) ?? String(userId), IN_A_TOAST)
}

function shortName(firstName: string, lastName: string | null): string {
  const [initial] = (lastName ?? '').trim().match(/^./u) ?? []
  return initial === undefined ? firstName : `${firstName} ${initial}.`
}
