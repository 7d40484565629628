import { expect, it } from 'vitest'
import { pictureDigest } from './picture-digest.ts'
import { sampleChart } from './testing/sample-charts.ts'

it('is the same for equal pictures, and another for any word or number that differs', () => {
  const digest = pictureDigest(sampleChart())
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(pictureDigest(structuredClone(sampleChart()))).toBe(digest)
  expect(pictureDigest(sampleChart({}, { brand: 'abitly' }))).not.toBe(digest)
  expect(pictureDigest(sampleChart({ mine: [] }))).not.toBe(digest)
})
