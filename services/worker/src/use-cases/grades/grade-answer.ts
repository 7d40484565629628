import type { NmtYear, SubjectCode } from '@abitly/domain'

/** What a button of the grades dialogue answers. */
export type GradeAnswer =
  | { kind: 'year'; nmtYear: NmtYear }
  | { kind: 'elective'; subject: SubjectCode }
  /** Which grade to correct. */
  | { kind: 'subject'; subject: SubjectCode }
  | { kind: 'other-elective' }
  | { kind: 'not-passed' }
  | { kind: 'back' }
  | { kind: 'cancel' }
