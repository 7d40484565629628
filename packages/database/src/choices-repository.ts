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

/** What an audience can be chosen by, in no order: that of names is the reader's language's. */
export interface ChoicesRepository {
  regions(): Promise<RegionChoice[]>
  universities(): Promise<UniversityChoice[]>
  specialities(): Promise<SpecialityChoice[]>
}

export function createChoicesRepository(tx: Tx): ChoicesRepository {
  return {
    regions: () => tx.region.findMany({ select: { id: true, nameUk: true, nameEn: true } }),
    universities: () => {
      const select = { id: true, regionId: true, nameUk: true, nameEn: true, shortUk: true, shortEn: true }
      return tx.university.findMany({ select })
    },
    specialities: () => tx.speciality.findMany({ select: { code: true, nameUk: true, nameEn: true } }),
  }
}
