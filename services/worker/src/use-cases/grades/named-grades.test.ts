import type { SubjectCode } from '@abitly/domain'
import { describe, expect, it } from 'vitest'
import { inAskedOrder } from './named-grades.ts'

const ASKED: SubjectCode[] = ['ukr', 'math', 'hist', 'phys']
const ordered = (text: string, asked = ASKED): readonly number[] | null =>
  inAskedOrder(text, (text.match(/\d+/g) ?? []).map(Number), asked)

describe('inAskedOrder', () => {
  it.each<[string, number[]]>([
    ['180 190 170 185', [180, 190, 170, 185]],
    ['мій бал 180', [180]],
    ['у форматі 180', [180]],
    ['my quality is 180', [180]],
    ['математика 190, укр мова 180', [180, 190]],
    ['math 190, ukrainian 180, physics 185, history 170', [180, 190, 170, 185]],
    ['Українська мова: 180', [180]],
  ])('%s', (text, values) => {
    expect(ordered(text)).toEqual(values)
  })

  it.each([
    ['another subject than the one asked', 'математика 190'],
    ['a subject that is not asked', 'укр 180, хімія 190'],
    ['some without a name', 'укр 180, 190'],
    ['the same twice', 'укр 180, укр 190'],
    ['Ukrainian literature is not the language', 'українська література 180'],
  ])('takes nothing by chance: %s', (_name, text) => {
    expect(ordered(text)).toBeNull()
  })

  it('knows literature and languages by name', () => {
    expect(ordered('англійська 150, укр. література 160', ['lit', 'foreign'])).toEqual([160, 150])
  })
})
