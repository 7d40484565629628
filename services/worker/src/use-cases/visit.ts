import type { Repositories, Student } from '@abitly/database'
import type { Translator } from '../text/translator.ts'

/** Settings of the features students use. */
export interface StudentSettings {
  /** Offers one student may follow. */
  monitoredOffersLimit: number
  /** Address of the website's sign-in; null: there is no such button. */
  accountLinkUrl: string | null
}

/** What every use-case works with: one student at one moment, inside one transaction. */
export interface Visit {
  repos: Repositories
  student: Student
  tr: Translator
  now: Date
  settings: StudentSettings
}
