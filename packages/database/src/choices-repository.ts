import type { Tx } from './client.ts'

export interface RegionChoice {
  id: number
  nameUk: string
  nameEn: string
}

export interface UniversityChoice {
  id: number
  regionId: number
  nameUk: string
  nameEn: string | null
  shortUk: string
  shortEn: string | null
}

export interface SpecialityChoice {
  /** E.g. 'F3'. */
  code: string
  nameUk: string
  nameEn: string | null
}

/** What an audience can be chosen by. */
export interface ChoicesRepository {
  /** By their Ukrainian names. */
  regions(): Promise<RegionChoice[]>
  /** By their Ukrainian short names. */
  universities(): Promise<UniversityChoice[]>
  /** By code, 'F3' before 'F10'. */
  specialities(): Promise<SpecialityChoice[]>
}

/** The order of the Ukrainian alphabet, whatever collation the database has; numbers by their value. */
const ALPHABET = new Intl.Collator('uk', { numeric: true })

export function createChoicesRepository(tx: Tx): ChoicesRepository {
  return {
    regions: async () => {
      const rows = await tx.region.findMany({ select: { id: true, nameUk: true, nameEn: true } })
      return sorted(rows, (row) => row.nameUk)
    },
    universities: async () => {
      const select = { id: true, regionId: true, nameUk: true, nameEn: true, shortUk: true, shortEn: true }
      return sorted(await tx.university.findMany({ select }), (row) => row.shortUk)
    },
    specialities: async () => {
      const rows = await tx.speciality.findMany({ select: { code: true, nameUk: true, nameEn: true } })
      return sorted(rows, (row) => row.code)
    },
  }
}

function sorted<T>(rows: T[], by: (row: T) => string): T[] {
  return rows.sort((left, right) => ALPHABET.compare(by(left), by(right)))
}
