import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import * as schema from './catalogue-schema.ts'

/** prisma/catalogue of the repository; the same path from src/catalogue and from dist/catalogue. */
export const defaultCatalogueDir = fileURLToPath(new URL('../../../../prisma/catalogue', import.meta.url))

const FILES = {
  regions: ['regions.json', schema.regionsFile],
  subjects: ['subjects.json', schema.subjectsFile],
  statuses: ['application-statuses.json', schema.statusesFile],
  fields: ['fields.json', schema.fieldsFile],
  specialities: ['specialities.json', schema.specialitiesFile],
  specialityNamesEn: ['speciality-names-en.json', schema.namesFile],
  coefficients: ['coefficients.json', schema.coefficientsFile],
  universities: ['universities.json', schema.universitiesFile],
  offers: ['offers.json', schema.offersFile],
  offerNamesEn: ['offer-names-en.json', schema.offerNamesFile],
  sample: ['score-sample.json', schema.sampleFile],
  demoUsers: ['demo-users.json', schema.demoUsersFile],
  openDayTemplates: ['open-day-templates.json', schema.openDayTemplatesFile],
} as const

/** Everything in prisma/catalogue, by file. */
export type Catalogue = { [K in keyof typeof FILES]: z.output<(typeof FILES)[K][1]> }

/** Texts of the files by name, and their common hash. */
export interface CatalogueText {
  texts: ReadonlyMap<string, string>
  hash: string
}

/** Reads the files without parsing them: usually the hash already says that there is nothing to do. */
export async function readCatalogue(folder: string): Promise<CatalogueText> {
  const texts = new Map<string, string>()
  const hash = createHash('sha256')
  for (const [name] of Object.values(FILES)) {
    const text = await readFile(join(folder, name), 'utf8')
    texts.set(name, text)
    hash.update(`${name}\0${text}\0`)
  }
  return { texts, hash: hash.digest('hex') }
}

/** @throws ZodError naming what in the files has another shape */
export function parseCatalogue({ texts }: CatalogueText): Catalogue {
  const parsed = Object.entries(FILES).map(([key, [name, shape]]) => [
    key,
    shape.parse(JSON.parse(texts.get(name) ?? 'null')),
  ])
  return Object.fromEntries(parsed) as Catalogue
}
