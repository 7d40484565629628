export { createDatabase } from './database.ts'
export type { Database, DatabaseOptions } from './database.ts'
export type { ConnectionOptions } from './connection.ts'
export type { Log } from './log.ts'
export { migrate, migrationStatus } from './migrations/migrate.ts'
export type { MigrationOptions } from './migrations/migrate.ts'
export type { MigrationStatus } from './migrations/applied-migrations.ts'
export { createMigration, liveDrift, migrationDrift } from './migrations/author-migration.ts'
export { databaseRejected, databaseUnavailable, migrationFailed, migrationsMissing } from './faults.ts'
export { requireMigrations } from './require-migrations.ts'
export { syncCatalogue } from './catalogue/sync-catalogue.ts'
export type { SyncOptions, SyncReport } from './catalogue/sync-catalogue.ts'
export type { Repositories } from './repositories.ts'
export type { AccountEvent, AccountEventsRepository } from './account-events-repository.ts'
export type { Account, AccountsRepository, LinkedChat } from './accounts-repository.ts'
export type { AdminAction, AdminActionsRepository } from './admin-actions-repository.ts'
export type { Applicant, ApplicantsRepository } from './applicants-repository.ts'
export type { AudienceCount, AudienceFilter } from './audiences/audience-filter.ts'
export type { AudiencesRepository } from './audiences-repository.ts'
export type {
  Campaign,
  CampaignActor,
  CampaignDraft,
  CampaignKind,
  CampaignState,
  PauseReason,
} from './campaigns/campaign.ts'
export type { CampaignRetention } from './campaigns/purge-campaigns.ts'
export type { CampaignsRepository } from './campaigns-repository.ts'
export type { ChatMigrationsRepository } from './chat-migrations-repository.ts'
export type {
  ChoicesRepository,
  RegionChoice,
  SpecialityChoice,
  UniversityChoice,
} from './choices-repository.ts'
export type { DeliveriesRepository } from './deliveries-repository.ts'
export type {
  Claim,
  DeliveryResult,
  DeliveryRow,
  DeliveryState,
  PlannedRecipient,
  PositionRange,
  ReportRow,
} from './deliveries/delivery.ts'
export type { Dialogue, DialoguesRepository } from './dialogues-repository.ts'
export type { GradesRepository, NmtResult } from './grades-repository.ts'
export type { LinkEvent, LinkRecord, LinksRepository } from './links-repository.ts'
export type {
  Names,
  OfferDetails,
  OfferHistory,
  OfferKind,
  OfferPlaces,
  OfferStatistics,
  StudyForm,
  SubjectWeight,
} from './offer-details.ts'
export { DEFAULT_NOTIFICATION_SETTINGS } from './notification-settings-repository.ts'
export type {
  NotificationSettings,
  NotificationSettingsRepository,
  QuietHours,
} from './notification-settings-repository.ts'
export type { FilterChoice, OpenDayFiltersRepository } from './open-day-filters-repository.ts'
export type { HostUniversity, OpenDay, OpenDayFilters, OpenDayStretch } from './open-days/open-day.ts'
export type { OfferFigures } from './offer-figures.ts'
export type { OfferLook, OfferLooksRepository } from './offer-looks-repository.ts'
export type { FilterHolder, OpenDayEdit } from './open-days/open-day-edit.ts'
export type { UpcomingOpenDay } from './open-days/reminder-events.ts'
export type { InterestQuestion, OpenDayInterest } from './open-days/reminder-interests.ts'
export type { OpenDaysRepository } from './open-days-repository.ts'
export type { ChatSearch, OfferSearchRepository } from './offer-search-repository.ts'
export type { FoundOffers } from './search/search-offers.ts'
export { rebuildOfferSearch } from './search/rebuild-offer-search.ts'
export type { SearchReport } from './search/rebuild-offer-search.ts'
export { refreshOfferSearch } from './search/refresh-offer-search.ts'
export type { OffersRepository } from './offers-repository.ts'
export type { PicturesRepository, ShownPicture } from './pictures-repository.ts'
export type { PlanGroup } from './plan-groups.ts'
export type { PlanWishes } from './plan-wishes.ts'
export type { PlansRepository, SavedPlan } from './plans-repository.ts'
export type { Preferences, PreferencesRepository } from './preferences-repository.ts'
export type { PersonalData } from './personal-data/collect-student.ts'
export { isErasedChat } from './personal-data/erase-student.ts'
export type { PersonalDataRepository } from './personal-data-repository.ts'
export type {
  DeadUpdate,
  ProcessedUpdate,
  ProcessedUpdatesRepository,
  UpdateOutcome,
  UpdateRecord,
} from './processed-updates-repository.ts'
export type { RunRequest } from './schedule/request-run.ts'
export type {
  BegunRun,
  RunCounts,
  RunEnd,
  RunKey,
  RunOrigin,
  RunState,
  ScheduleRun,
  SlotDecision,
  Term,
} from './schedule/run.ts'
export { MOST_ATTEMPTS } from './schedule/run.ts'
export type { ScheduleRepository } from './schedule-repository.ts'
export type { GivenUpRun, UnfinishedRun } from './schedule/unfinished-runs.ts'
export type { SendingSwitchRepository } from './sending-switch-repository.ts'
export type {
  Language,
  Person,
  Sighting,
  Student,
  StudentsRepository,
  UnreachableReason,
} from './students-repository.ts'
export type { TrackedOffer, TrackingRepository } from './tracking-repository.ts'
export { SUBJECT_CODES } from './subject-code.ts'
export type { Grades, SubjectCode } from './subject-code.ts'
export { openImporter } from './import/importer.ts'
export type { Importer, ImportKind } from './import/importer.ts'
export type { BatchReport, ImportBatch, ImportCounts, ImportRun } from './import/imported-rows.ts'
export type { OfferToldRepository } from './offer-told-repository.ts'
export type { DigestReader, OfferStanding, OfferState } from './offer-told/offer-standing.ts'
export { CODE_LETTERS } from './search/ukrainian.ts'
