import type { OpenDayEdit } from '@abitly/database'
import { z } from 'zod'

const names = z.object({ uk: z.string(), en: z.string().nullable() })

/** An open day as it was when the campaign was made: all that the message and the choice of its readers need. */
export const openDayEvent = z.object({
  openDayId: z.int(),
  /** Tells one edit of it from the next. */
  editedAt: z.iso.datetime(),
  universityId: z.int(),
  regionId: z.int(),
  specialityCodes: z.array(z.string()),
  title: names,
  university: z.object({ name: names, short: names }),
  faculty: names.nullable(),
  /** Calendar date in Europe/Kyiv. */
  date: z.iso.date(),
  /** Null: nobody published the time; the same for the next. */
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  format: z.enum(['offline', 'online', 'mixed']),
  address: z.string().nullable(),
  streamUrl: z.string().nullable(),
  registrationUrl: z.string().nullable(),
  registrationDeadline: z.iso.datetime().nullable(),
  /** Invented by the catalogue: the reader must be told. */
  generated: z.boolean(),
})

export type OpenDayEvent = z.infer<typeof openDayEvent>

/** An edited open day as the content of a campaign keeps it. */
export function toOpenDayEvent(edit: OpenDayEdit): OpenDayEvent {
  const { openDayId, universityId, regionId, specialityCodes, title, university, faculty } = edit
  const { date, format, address, streamUrl, registrationUrl, generated } = edit
  return {
    ...{ openDayId, universityId, regionId, specialityCodes, title, university, faculty },
    ...{ date, format, address, streamUrl, registrationUrl, generated },
    editedAt: edit.editedAt.toISOString(),
    startsAt: isoOrNull(edit.startsAt),
    endsAt: isoOrNull(edit.endsAt),
    registrationDeadline: isoOrNull(edit.registrationDeadline),
  }
}

function isoOrNull(at: Date | null): string | null {
  return at === null ? null : at.toISOString()
}
