-- The bot's own tables.
-- CreateTable
CREATE TABLE "speciality_fields" (
    "letter" TEXT NOT NULL,
    "name_uk" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "speciality_fields_pkey" PRIMARY KEY ("letter")
);

-- CreateTable
CREATE TABLE "speciality_rules" (
    "year" SMALLINT NOT NULL,
    "speciality_code" TEXT NOT NULL,
    "special_support" BOOLEAN NOT NULL,
    "min_score_budget" DECIMAL(6,3) NOT NULL,
    "min_score_contract" DECIMAL(6,3),
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "speciality_rules_pkey" PRIMARY KEY ("speciality_code","year")
);

-- CreateTable
CREATE TABLE "offer_coefficients" (
    "year" SMALLINT NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "subject_code" TEXT NOT NULL,
    "k" DECIMAL(4,2) NOT NULL,
    "min_grade" SMALLINT,

    CONSTRAINT "offer_coefficients_pkey" PRIMARY KEY ("year","offer_id","subject_code")
);

-- CreateTable
CREATE TABLE "offer_history" (
    "year" SMALLINT NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "history_year" SMALLINT NOT NULL,
    "min_enrolled_budget" DECIMAL(6,3),
    "min_enrolled_contract" DECIMAL(6,3),
    "generated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "offer_history_pkey" PRIMARY KEY ("year","offer_id","history_year")
);

-- CreateTable
CREATE TABLE "application_statuses" (
    "edbo_id" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "name_uk" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "application_statuses_pkey" PRIMARY KEY ("edbo_id")
);

-- CreateTable
CREATE TABLE "catalogue_state" (
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "synced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalogue_state_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "telegram_user_grades" (
    "telegram_chat_id" BIGINT NOT NULL,
    "nmt_year" SMALLINT NOT NULL,
    "subject_code" TEXT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "telegram_user_grades_pkey" PRIMARY KEY ("telegram_chat_id","nmt_year","subject_code")
);

-- CreateTable
CREATE TABLE "dialogues" (
    "telegram_chat_id" BIGINT NOT NULL,
    "name" TEXT,
    "state" JSONB,
    "revision" INTEGER NOT NULL,
    "message_id" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dialogues_pkey" PRIMARY KEY ("telegram_chat_id")
);

-- CreateTable
CREATE TABLE "chat_hints" (
    "telegram_chat_id" BIGINT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_hints_pkey" PRIMARY KEY ("telegram_chat_id")
);

-- CreateTable
CREATE TABLE "link_audit" (
    "id" BIGSERIAL NOT NULL,
    "event" TEXT NOT NULL,
    "telegram_chat_id" BIGINT NOT NULL,
    "web_user_id" UUID NOT NULL,
    "previous_chat_id" BIGINT,
    "token_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "processed_updates" (
    "bot_id" BIGINT NOT NULL,
    "update_id" BIGINT NOT NULL,
    "telegram_chat_id" BIGINT,
    "outcome" TEXT NOT NULL,
    "replies" JSONB NOT NULL,
    "update" JSONB,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "processed_updates_pkey" PRIMARY KEY ("bot_id","update_id")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "resend_unknown" BOOLEAN NOT NULL DEFAULT false,
    "created_by" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" BIGSERIAL NOT NULL,
    "campaign_id" UUID NOT NULL,
    "telegram_chat_id" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "content" JSONB,
    "message_id" INTEGER,
    "error" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_runs" (
    "task" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "epoch" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enqueued_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "schedule_runs_pkey" PRIMARY KEY ("task","slot")
);

-- CreateTable
CREATE TABLE "leader_epochs" (
    "name" TEXT NOT NULL,
    "epoch" BIGINT NOT NULL,

    CONSTRAINT "leader_epochs_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "application_statuses_code_key" ON "application_statuses"("code");

-- CreateIndex
CREATE INDEX "link_audit_telegram_chat_id_idx" ON "link_audit"("telegram_chat_id");

-- CreateIndex
CREATE INDEX "link_audit_web_user_id_idx" ON "link_audit"("web_user_id");

-- CreateIndex
CREATE INDEX "processed_updates_outcome_created_at_idx" ON "processed_updates"("outcome", "created_at");

-- CreateIndex
CREATE INDEX "campaigns_state_idx" ON "campaigns"("state");

-- CreateIndex
CREATE INDEX "deliveries_campaign_id_state_id_idx" ON "deliveries"("campaign_id", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_campaign_id_telegram_chat_id_key" ON "deliveries"("campaign_id", "telegram_chat_id");

-- CreateIndex
CREATE INDEX "schedule_runs_state_slot_idx" ON "schedule_runs"("state", "slot");

-- AddForeignKey
ALTER TABLE "speciality_rules" ADD CONSTRAINT "speciality_rules_speciality_code_fkey" FOREIGN KEY ("speciality_code") REFERENCES "specialities"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_coefficients" ADD CONSTRAINT "offer_coefficients_year_offer_id_fkey" FOREIGN KEY ("year", "offer_id") REFERENCES "offers"("year", "offer_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_coefficients" ADD CONSTRAINT "offer_coefficients_subject_code_fkey" FOREIGN KEY ("subject_code") REFERENCES "subjects"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_history" ADD CONSTRAINT "offer_history_year_offer_id_fkey" FOREIGN KEY ("year", "offer_id") REFERENCES "offers"("year", "offer_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_grades" ADD CONSTRAINT "telegram_user_grades_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_grades" ADD CONSTRAINT "telegram_user_grades_subject_code_fkey" FOREIGN KEY ("subject_code") REFERENCES "subjects"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_hints" ADD CONSTRAINT "chat_hints_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma has no word for
ALTER TABLE "speciality_rules"
    ADD CONSTRAINT "speciality_rules_scores_check" CHECK ("min_score_budget" BETWEEN 0 AND 200 AND "min_score_contract" BETWEEN 0 AND 200);
ALTER TABLE "offer_coefficients"
    ADD CONSTRAINT "offer_coefficients_k_check" CHECK ("k" >= 0),
    ADD CONSTRAINT "offer_coefficients_min_grade_check" CHECK ("min_grade" BETWEEN 100 AND 200);
ALTER TABLE "offer_history"
    ADD CONSTRAINT "offer_history_scores_check" CHECK ("min_enrolled_budget" BETWEEN 0 AND 200 AND "min_enrolled_contract" BETWEEN 0 AND 200);
ALTER TABLE "telegram_user_grades"
    ADD CONSTRAINT "telegram_user_grades_grade_check" CHECK ("grade" = 0 OR "grade" BETWEEN 100 AND 200),
    ADD CONSTRAINT "telegram_user_grades_nmt_year_check" CHECK ("nmt_year" BETWEEN 2000 AND 2100);
ALTER TABLE "dialogues"
    ADD CONSTRAINT "dialogues_state_check" CHECK ("name" IS NOT NULL OR ("state" IS NULL AND "message_id" IS NULL));
ALTER TABLE "link_audit"
    ADD CONSTRAINT "link_audit_event_check" CHECK ("event" IN ('linked', 'moved', 'replaced', 'unlinked'));
ALTER TABLE "processed_updates"
    ADD CONSTRAINT "processed_updates_outcome_check" CHECK ("outcome" IN ('done', 'dead'));
ALTER TABLE "campaigns"
    ADD CONSTRAINT "campaigns_kind_check" CHECK ("kind" IN ('broadcast', 'open-day-update', 'reminder')),
    ADD CONSTRAINT "campaigns_state_check" CHECK ("state" IN ('draft', 'planning', 'running', 'paused', 'finished', 'cancelled'));
ALTER TABLE "deliveries"
    ADD CONSTRAINT "deliveries_state_check" CHECK ("state" IN ('pending', 'sending', 'sent', 'blocked', 'failed', 'unknown', 'skipped'));
ALTER TABLE "schedule_runs"
    ADD CONSTRAINT "schedule_runs_state_check" CHECK ("state" IN ('planned', 'enqueued', 'done', 'missed', 'failed'));
