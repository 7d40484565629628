import { isNmtYear, isSubjectCode } from '@abitly/domain'
import type { GradeAnswer } from '../../use-cases/grades/grade-answer.ts'

/** An answer of the grades dialogue as two fields. */
export function packAnswer(answer: GradeAnswer): string[] {
  switch (answer.kind) {
    case 'year':
      return ['y', String(answer.nmtYear)]
    case 'elective':
      return ['e', answer.subject]
    case 'subject':
      return ['s', answer.subject]
    case 'other-elective':
      return ['o']
    case 'not-passed':
      return ['n']
    case 'back':
      return ['b']
    case 'cancel':
      return ['c']
  }
}

/** The answer back; null for anything we have not packed. */
export function unpackAnswer([code = '', value = '']: readonly string[]): GradeAnswer | null {
  switch (code) {
    case 'y': {
      const nmtYear = Number(value)
      return isNmtYear(nmtYear) ? { kind: 'year', nmtYear } : null
    }
    case 'e':
      return isSubjectCode(value) ? { kind: 'elective', subject: value } : null
    case 's':
      return isSubjectCode(value) ? { kind: 'subject', subject: value } : null
    case 'o':
      return { kind: 'other-elective' }
    case 'n':
      return { kind: 'not-passed' }
    case 'b':
      return { kind: 'back' }
    case 'c':
      return { kind: 'cancel' }
    default:
      return null
  }
}
