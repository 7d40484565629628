import { z } from 'zod'

// The shapes of the files in prisma/catalogue.

const named = { nameUk: z.string(), nameEn: z.string() }
const decimal = z.string().regex(/^\d+\.\d+$/)

export const regionsFile = z.array(
  z.object({ edboCode: z.string(), osvitaId: z.int(), ...named, rk2025: decimal }),
)
export const subjectsFile = z.array(
  z.object({ code: z.string(), ...named, elective: z.boolean(), maxTestPoints: z.int() }),
)
export const statusesFile = z.array(
  z.object({ edboId: z.int(), code: z.string(), ...named, active: z.boolean() }),
)
export const fieldsFile = z.array(z.object({ letter: z.string(), ...named }))

/** Rules of a speciality by admission year; the minimum is in points, null: the general one. */
const rule = z.object({ specialSupport: z.boolean(), minScore: z.number().nullable() })
export const specialitiesFile = z.array(
  z.object({
    code: z.string(),
    nameUk: z.string(),
    oldCodes: z.array(z.string()),
    rules: z.record(z.string(), rule),
  }),
)
export const namesFile = z.record(z.string(), z.string())

export const coefficientsFile = z.array(
  z.object({
    year: z.int(),
    code: z.string(),
    specialisation: z.string(),
    speciality: z.string(),
    k: z.record(z.string(), decimal),
    confidence: z.enum(['high', 'medium', 'low']),
  }),
)
export const universitiesFile = z.array(
  z.object({
    id: z.int(),
    edboId: z.int().nullable(),
    ...named,
    shortUk: z.string(),
    shortEn: z.string(),
    osvitaRegionId: z.int(),
  }),
)

const offer = z.object({
  offerId: z.int(),
  year: z.int(),
  universityId: z.int(),
  osvitaRegionId: z.int(),
  specialityCode: z.string(),
  degree: z.string(),
  base: z.string(),
  kind: z.enum(['open', 'fixed', 'nonbudget']),
  licenceVolume: z.int(),
  programme: z.string(),
  faculty: z.string().nullable(),
  term: z.string(),
  applications: z.int(),
  avgBudgetScore: decimal.nullable(),
  avgContractScore: decimal.nullable(),
  mathMin: z.int().nullable(),
})
export const offersFile = z.array(offer)
export const offerNamesFile = z.object({ programmes: namesFile, faculties: namesFile })

/** Scores in thousandths of a real competition, by how their owners competed. */
const scores = z.array(z.int()).min(1)
export const sampleFile = z
  .object({ general: scores, Q1: scores, Q2: scores, interview: scores })
  .transform((groups) => {
    const all = Object.values(groups).flat()
    return {
      scores: groups,
      sizes: new Map(
        Object.entries(groups).map(([name, list]) => [name as keyof typeof groups, list.length]),
      ),
      mean: all.reduce((sum, score) => sum + score, 0) / all.length,
    }
  })

export const demoUsersFile = z.array(
  z.object({
    id: z.uuid(),
    firstName: z.string(),
    lastName: z.string(),
    grades: z.record(z.string(), z.record(z.string(), z.int())),
  }),
)

const phrase = z.object({ uk: z.string(), en: z.string() })
export const openDayTemplatesFile = z.object({
  titles: z.array(phrase.extend({ faculty: z.boolean().optional(), online: z.boolean().optional() })),
  addresses: z.array(z.string()),
  audiences: z.array(z.string()),
  programme: z.string(),
})

export type CatalogueOffer = z.output<typeof offer>
export type ScoreSample = z.output<typeof sampleFile>
export type OpenDayTemplates = z.output<typeof openDayTemplatesFile>
