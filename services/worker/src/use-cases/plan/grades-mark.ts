import { createHash } from 'node:crypto'
import type { NmtResult } from '@abitly/database'
import type { Visit } from '../visit.ts'
import type { PlanContent } from './plan-content.ts'

/** Tells grades from others without repeating them. */
export function gradesMark(results: readonly NmtResult[]): string {
  const grades = results.map(({ nmtYear, grades }) => [nmtYear, Object.entries(grades).sort()])
  return createHash('sha256').update(JSON.stringify(grades.sort())).digest('base64url').slice(0, 16)
}

/** Whether the grades have changed since the plan was made. */
export async function isOfOtherGrades({ repos, student }: Visit, plan: PlanContent): Promise<boolean> {
  if (plan.gradesMark === undefined) return false
  return plan.gradesMark !== gradesMark(await repos.grades.ofStudent(student.chatId))
}
