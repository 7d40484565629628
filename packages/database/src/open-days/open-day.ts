import type { Names } from '../offer-details.ts'

/** An open day as its organiser published it. */
export interface OpenDayFacts {
  openDayId: number
  universityId: number
  regionId: number
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

/** An open day as one student sees it. */
export interface OpenDay extends OpenDayFacts {
  /** The student means to come. */
  attending: boolean
}

/** What a student wants to see of open days and hear of them; an empty list: this dimension is not set. */
export interface OpenDayFilters {
  regionIds: number[]
  specialityCodes: string[]
  universityIds: number[]
}

/** A stretch of a list. `today`: 'YYYY-MM-DD', Kyiv. */
export interface OpenDayStretch {
  today: string
  offset: number
  limit: number
}

/** An institution, for a link that leads to it. */
export interface HostUniversity {
  universityId: number
  regionId: number
  name: Names
  short: Names
}
