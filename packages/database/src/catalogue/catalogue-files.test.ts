import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from './catalogue-files.ts'
import { defaultCatalogueDir, parseCatalogue, readCatalogue } from './catalogue-files.ts'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = parseCatalogue(await readCatalogue(defaultCatalogueDir))
})

describe('the catalogue', () => {
  it('is complete', () => {
    const { regions, subjects, statuses, fields, specialities, universities, offers } = catalogue
    const counts = [regions, subjects, statuses, fields, specialities, universities, offers].map(
      (list) => list.length,
    )
    expect(counts).toEqual([25, 9, 16, 11, 110, 36, 50])
  })

  it('names everything in English', () => {
    const { specialities, specialityNamesEn, offers, offerNamesEn } = catalogue
    for (const { code } of specialities) expect(specialityNamesEn, code).toHaveProperty(code)
    for (const { programme, faculty } of offers) {
      expect(offerNamesEn.programmes[programme], programme).toBeTruthy()
      if (faculty !== null) expect(offerNamesEn.faculties[faculty], faculty).toBeTruthy()
    }
  })

  it('refers only to what it holds', () => {
    const { specialities, subjects, fields, regions, universities, coefficients, offers } = catalogue
    const codes = new Set(specialities.map(({ code }) => code))
    const subjectCodes = new Set(subjects.map(({ code }) => code))
    const letters = new Set(fields.map(({ letter }) => letter))
    const osvitaIds = new Set(regions.map(({ osvitaId }) => osvitaId))
    const universityIds = new Set(universities.map(({ id }) => id))
    for (const { code } of specialities) expect(letters).toContain(code.slice(0, 1))
    for (const { speciality, k } of coefficients) {
      expect(codes).toContain(speciality)
      for (const subject of Object.keys(k)) expect(subjectCodes).toContain(subject)
    }
    for (const { osvitaRegionId } of universities) expect(osvitaIds).toContain(osvitaRegionId)
    for (const { universityId, specialityCode, osvitaRegionId } of offers) {
      expect(universityIds).toContain(universityId)
      expect(codes).toContain(specialityCode)
      expect(osvitaIds).toContain(osvitaRegionId)
    }
  })

  it('gives institutions without a confirmed EDBO id one that EDBO will not', () => {
    const invented = catalogue.universities.filter(({ edboId }) => edboId === null)
    expect(invented).toHaveLength(10)
    for (const { id } of invented) expect(id).toBeGreaterThan(9_000_000)
    for (const { id, edboId } of catalogue.universities) expect([id, null]).toContain(edboId)
  })

  it('has weights of the years it claims to', () => {
    const years = new Set(
      catalogue.coefficients.map(({ year, code }) => `${year} ${/^\d/.test(code) ? 'old' : 'new'}`),
    )
    expect([...years].sort()).toEqual(['2023 old', '2024 old', '2025 new'])
  })

  it('adds the speciality and the minimum of 2026', () => {
    const rules = new Map(catalogue.specialities.map(({ code, rules: byYear }) => [code, byYear]))
    expect(rules.get('J4')).toEqual({
      2025: { specialSupport: false, minScore: null },
      2026: { specialSupport: true, minScore: null },
    })
    expect(rules.get('C1')).toMatchObject({ 2025: { minScore: null }, 2026: { minScore: 150 } })
  })
})

describe('its hash', () => {
  it('is the same for the same files', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => readCatalogue(defaultCatalogueDir)))
    expect(first?.hash).toBe(second?.hash)
  })
})
