import type { AccountEventsRepository } from './account-events-repository.ts'
import { createAccountEventsRepository } from './account-events-repository.ts'
import type { AccountsRepository } from './accounts-repository.ts'
import { createAccountsRepository } from './accounts-repository.ts'
import type { AdminActionsRepository } from './admin-actions-repository.ts'
import { createAdminActionsRepository } from './admin-actions-repository.ts'
import type { ApplicantsRepository } from './applicants-repository.ts'
import { createApplicantsRepository } from './applicants-repository.ts'
import type { AudiencesRepository } from './audiences-repository.ts'
import { createAudiencesRepository } from './audiences-repository.ts'
import type { CampaignsRepository } from './campaigns-repository.ts'
import { createCampaignsRepository } from './campaigns-repository.ts'
import type { ChatMigrationsRepository } from './chat-migrations-repository.ts'
import { createChatMigrationsRepository } from './chat-migrations-repository.ts'
import type { ChoicesRepository } from './choices-repository.ts'
import { createChoicesRepository } from './choices-repository.ts'
import type { Tx } from './client.ts'
import type { DeliveriesRepository } from './deliveries-repository.ts'
import { createDeliveriesRepository } from './deliveries-repository.ts'
import type { DialoguesRepository } from './dialogues-repository.ts'
import { createDialoguesRepository } from './dialogues-repository.ts'
import { translated } from './faults.ts'
import type { GradesRepository } from './grades-repository.ts'
import { createGradesRepository } from './grades-repository.ts'
import type { LinksRepository } from './links-repository.ts'
import { createLinksRepository } from './links-repository.ts'
import type { NotificationSettingsRepository } from './notification-settings-repository.ts'
import { createNotificationSettingsRepository } from './notification-settings-repository.ts'
import type { OfferLooksRepository } from './offer-looks-repository.ts'
import { createOfferLooksRepository } from './offer-looks-repository.ts'
import type { OfferSearchRepository } from './offer-search-repository.ts'
import { createOfferSearchRepository } from './offer-search-repository.ts'
import type { OfferToldRepository } from './offer-told-repository.ts'
import { createOfferToldRepository } from './offer-told-repository.ts'
import type { OffersRepository } from './offers-repository.ts'
import { createOffersRepository } from './offers-repository.ts'
import type { OpenDayFiltersRepository } from './open-day-filters-repository.ts'
import { createOpenDayFiltersRepository } from './open-day-filters-repository.ts'
import type { OpenDaysRepository } from './open-days-repository.ts'
import { createOpenDaysRepository } from './open-days-repository.ts'
import type { PicturesRepository } from './pictures-repository.ts'
import { createPicturesRepository } from './pictures-repository.ts'
import type { PlansRepository } from './plans-repository.ts'
import { createPlansRepository } from './plans-repository.ts'
import type { PreferencesRepository } from './preferences-repository.ts'
import { createPreferencesRepository } from './preferences-repository.ts'
import type { PersonalDataRepository } from './personal-data-repository.ts'
import { createPersonalDataRepository } from './personal-data-repository.ts'
import type { ProcessedUpdatesRepository } from './processed-updates-repository.ts'
import { createProcessedUpdatesRepository } from './processed-updates-repository.ts'
import type { ScheduleRepository } from './schedule-repository.ts'
import { createScheduleRepository } from './schedule-repository.ts'
import type { SendingSwitchRepository } from './sending-switch-repository.ts'
import { createSendingSwitchRepository } from './sending-switch-repository.ts'
import type { StudentsRepository } from './students-repository.ts'
import { createStudentsRepository } from './students-repository.ts'
import type { TrackingRepository } from './tracking-repository.ts'
import { createTrackingRepository } from './tracking-repository.ts'

/** Every aggregate, all on one connection or in one transaction. */
export interface Repositories {
  students: StudentsRepository
  grades: GradesRepository
  offers: OffersRepository
  offerSearch: OfferSearchRepository
  applicants: ApplicantsRepository
  tracking: TrackingRepository
  offerLooks: OfferLooksRepository
  offerTold: OfferToldRepository
  dialogues: DialoguesRepository
  processedUpdates: ProcessedUpdatesRepository
  personalData: PersonalDataRepository
  campaigns: CampaignsRepository
  deliveries: DeliveriesRepository
  audiences: AudiencesRepository
  sendingSwitch: SendingSwitchRepository
  adminActions: AdminActionsRepository
  chatMigrations: ChatMigrationsRepository
  choices: ChoicesRepository
  openDays: OpenDaysRepository
  pictures: PicturesRepository
  schedule: ScheduleRepository
  openDayFilters: OpenDayFiltersRepository
  notificationSettings: NotificationSettingsRepository
  accounts: AccountsRepository
  links: LinksRepository
  accountEvents: AccountEventsRepository
  preferences: PreferencesRepository
  plans: PlansRepository
}

/** All repositories over one client; what they throw is translated (DATABASE_UNAVAILABLE). */
export function createRepositories(tx: Tx): Repositories {
  return {
    students: guarded(createStudentsRepository(tx)),
    grades: guarded(createGradesRepository(tx)),
    offers: guarded(createOffersRepository(tx)),
    offerSearch: guarded(createOfferSearchRepository(tx)),
    applicants: guarded(createApplicantsRepository(tx)),
    tracking: guarded(createTrackingRepository(tx)),
    offerLooks: guarded(createOfferLooksRepository(tx)),
    offerTold: guarded(createOfferToldRepository(tx)),
    dialogues: guarded(createDialoguesRepository(tx)),
    processedUpdates: guarded(createProcessedUpdatesRepository(tx)),
    personalData: guarded(createPersonalDataRepository(tx)),
    campaigns: guarded(createCampaignsRepository(tx)),
    deliveries: guarded(createDeliveriesRepository(tx)),
    audiences: guarded(createAudiencesRepository(tx)),
    sendingSwitch: guarded(createSendingSwitchRepository(tx)),
    adminActions: guarded(createAdminActionsRepository(tx)),
    chatMigrations: guarded(createChatMigrationsRepository(tx)),
    choices: guarded(createChoicesRepository(tx)),
    openDays: guarded(createOpenDaysRepository(tx)),
    pictures: guarded(createPicturesRepository(tx)),
    schedule: guarded(createScheduleRepository(tx)),
    openDayFilters: guarded(createOpenDayFiltersRepository(tx)),
    notificationSettings: guarded(createNotificationSettingsRepository(tx)),
    accounts: guarded(createAccountsRepository(tx)),
    links: guarded(createLinksRepository(tx)),
    accountEvents: guarded(createAccountEventsRepository(tx)),
    preferences: guarded(createPreferencesRepository(tx)),
    plans: guarded(createPlansRepository(tx)),
  }
}

function guarded<R extends object>(repository: R): R {
  const verbs = Object.entries(repository as Record<string, (...args: unknown[]) => Promise<unknown>>)
  return Object.fromEntries(
    verbs.map(([name, verb]) => [name, (...args: unknown[]) => translated(() => verb(...args))]),
  ) as R
}
