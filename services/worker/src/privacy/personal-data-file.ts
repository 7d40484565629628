import type { PersonalData } from '@abitly/database'

/** What we hold of a student as JSON that people can read too, in UTF-8: rows by table. */
export function personalDataFile(data: PersonalData, now: Date): Uint8Array {
  return Buffer.from(`${JSON.stringify({ exported_at: now.toISOString(), ...data }, null, 2)}\n`)
}
