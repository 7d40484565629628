import type { Names } from '../offer-details.ts'

/** An open day that was edited, with all that a message and the matching need. */
export interface OpenDayEdit {
  openDayId: number
  /** Tells one edit of it from the next. */
  editedAt: Date
  /** Equal to `editedAt`: it is new. */
  createdAt: Date
  universityId: number
  regionId: number
  /** Of the faculty's offers of all years; without a faculty, of the whole university's. By code. */
  specialityCodes: string[]
  title: Names
  university: { name: Names; short: Names }
  faculty: Names | null
  /** Calendar date in Europe/Kyiv, 'YYYY-MM-DD'. */
  date: string
  /** Null: nobody published the time; the same for the next. */
  startsAt: Date | null
  endsAt: Date | null
  format: 'offline' | 'online' | 'mixed'
  address: string | null
  streamUrl: string | null
  registrationUrl: string | null
  registrationDeadline: Date | null
  /** Free texts of the organiser. */
  programme: string | null
  audience: string | null
  contacts: string | null
  /** Invented by the catalogue. The reader must be told. */
  generated: boolean
}

/** Somebody with at least one open-day filter; empty: this dimension is not set. */
export interface FilterHolder {
  chatId: bigint
  regionIds: number[]
  specialityCodes: string[]
  universityIds: number[]
}
