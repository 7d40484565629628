import type { ApplicantsRepository } from './applicants-repository.ts'
import { createApplicantsRepository } from './applicants-repository.ts'
import type { Tx } from './client.ts'
import type { DialoguesRepository } from './dialogues-repository.ts'
import { createDialoguesRepository } from './dialogues-repository.ts'
import { translated } from './faults.ts'
import type { GradesRepository } from './grades-repository.ts'
import { createGradesRepository } from './grades-repository.ts'
import type { OffersRepository } from './offers-repository.ts'
import { createOffersRepository } from './offers-repository.ts'
import type { ProcessedUpdatesRepository } from './processed-updates-repository.ts'
import { createProcessedUpdatesRepository } from './processed-updates-repository.ts'
import type { StudentsRepository } from './students-repository.ts'
import { createStudentsRepository } from './students-repository.ts'
import type { TrackingRepository } from './tracking-repository.ts'
import { createTrackingRepository } from './tracking-repository.ts'

/** Every aggregate, all on one connection or in one transaction. */
export interface Repositories {
  students: StudentsRepository
  grades: GradesRepository
  offers: OffersRepository
  applicants: ApplicantsRepository
  tracking: TrackingRepository
  dialogues: DialoguesRepository
  processedUpdates: ProcessedUpdatesRepository
}

/** All repositories over one client; what they throw is translated (DATABASE_UNAVAILABLE). */
export function createRepositories(tx: Tx): Repositories {
  return {
    students: guarded(createStudentsRepository(tx)),
    grades: guarded(createGradesRepository(tx)),
    offers: guarded(createOffersRepository(tx)),
    applicants: guarded(createApplicantsRepository(tx)),
    tracking: guarded(createTrackingRepository(tx)),
    dialogues: guarded(createDialoguesRepository(tx)),
    processedUpdates: guarded(createProcessedUpdatesRepository(tx)),
  }
}

function guarded<R extends object>(repository: R): R {
  const verbs = Object.entries(repository as Record<string, (...args: unknown[]) => Promise<unknown>>)
  return Object.fromEntries(
    verbs.map(([name, verb]) => [name, (...args: unknown[]) => translated(() => verb(...args))]),
  ) as R
}
