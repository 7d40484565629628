import { checkGrade } from '@abitly/domain'
import type { SubjectCode } from '@abitly/domain'
import { inAskedOrder } from './named-grades.ts'

/** What a typed answer holds, or what is wrong with it. */
export type TypedGrades =
  | { kind: 'grades'; values: readonly number[] }
  | { kind: 'no-number' }
  | { kind: 'out-of-range' }
  /** Test points of the answer sheet instead of the grade. */
  | { kind: 'test-points'; value: number }
  | { kind: 'too-many'; given: number }
  /** Subjects are named, and not the ones that are asked next. */
  | { kind: 'other-subjects' }

/** A number that stands alone: «187», or with decimals «187,5». */
/** A minus counts at the beginning of a number; between two numbers it separates them. */
const NUMBER = /(?:(?<!\d)[-\u2212])?\d+(?:[.,]\d+)?/g
/** Grades written without spaces: «190,170,185». */
const GLUED = /(?<!\d)\d{3}(?:[.,;/]\d{3})+(?!\d)/g

/** Reads one grade or several; they may be separated by anything. `remaining`: how many are still asked. */
export function readGrades(text: string, remaining: number): TypedGrades {
  const separated = text.replace(GLUED, (glued) => glued.replace(/\D/g, ' '))
  const values = (separated.match(NUMBER) ?? []).map((number) =>
    Number(number.replace(',', '.').replace('\u2212', '-')),
  )
  if (values.length === 0) return { kind: 'no-number' }
  for (const value of values) {
    const check = checkGrade(value)
    if (check === 'looks-like-test-points') return { kind: 'test-points', value }
    if (check !== 'ok') return { kind: 'out-of-range' }
  }
  return values.length > remaining ? { kind: 'too-many', given: values.length } : { kind: 'grades', values }
}

/** Reads the answer to the question for these subjects; grades come in the order in which they are asked. */
export function readAnswer(text: string, asked: readonly SubjectCode[]): TypedGrades {
  const typed = readGrades(text, asked.length)
  if (typed.kind !== 'grades') return typed
  const values = inAskedOrder(text, typed.values, asked)
  return values === null ? { kind: 'other-subjects' } : { kind: 'grades', values }
}
