-- Campaigns with an audience, a schedule and pauses; deliveries by position. Nothing has written to deliveries yet.
-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN     "audience" JSONB,
ADD COLUMN     "card_at" TIMESTAMPTZ(3),
ADD COLUMN     "card_chat_id" BIGINT,
ADD COLUMN     "card_done" INTEGER,
ADD COLUMN     "card_message_id" INTEGER,
ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "changed_by" BIGINT,
ADD COLUMN     "number" SERIAL NOT NULL,
ADD COLUMN     "pause_reason" TEXT,
ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "paused_by" BIGINT,
ADD COLUMN     "planned_at" TIMESTAMPTZ(3),
ADD COLUMN     "planned_upto" BIGINT,
ADD COLUMN     "reported_at" TIMESTAMPTZ(3),
ADD COLUMN     "resume_at" TIMESTAMPTZ(3),
ADD COLUMN     "revivals" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "size" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "starts_at" TIMESTAMPTZ(3);

-- DropTable
DROP TABLE "deliveries";

-- CreateTable
CREATE TABLE "deliveries" (
    "campaign_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "telegram_chat_id" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "content" JSONB,
    "message_id" INTEGER,
    "error" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("campaign_id","position")
);

-- CreateTable
CREATE TABLE "sending_switch" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "stopped_by" BIGINT NOT NULL,
    "stopped_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sending_switch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_actions" (
    "id" BIGSERIAL NOT NULL,
    "admin_id" BIGINT NOT NULL,
    "action" TEXT NOT NULL,
    "details" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "admin_actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_migrations" (
    "old_chat_id" BIGINT NOT NULL,
    "new_chat_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_migrations_pkey" PRIMARY KEY ("old_chat_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "campaigns_number_key" ON "campaigns"("number");

-- CreateIndex
CREATE INDEX "deliveries_telegram_chat_id_idx" ON "deliveries"("telegram_chat_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_campaign_id_telegram_chat_id_key" ON "deliveries"("campaign_id", "telegram_chat_id");

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma has no word for
ALTER TABLE "campaigns"
    DROP CONSTRAINT "campaigns_kind_check",
    DROP CONSTRAINT "campaigns_state_check",
    ADD CONSTRAINT "campaigns_kind_check" CHECK ("kind" IN ('broadcast', 'open-day-update', 'reminder', 'digest')),
    ADD CONSTRAINT "campaigns_state_check" CHECK ("state" IN ('draft', 'scheduled', 'planning', 'running', 'paused', 'finished', 'cancelled')),
    ADD CONSTRAINT "campaigns_schedule_check" CHECK ("state" <> 'scheduled' OR "starts_at" IS NOT NULL),
    ADD CONSTRAINT "campaigns_pause_check" CHECK (
        CASE WHEN "state" = 'paused'
            THEN "pause_reason" IN ('admin', 'flood', 'errors') AND "pause_reason" IS NOT NULL AND "paused_at" IS NOT NULL
            ELSE num_nonnulls("pause_reason", "paused_by", "paused_at", "resume_at") = 0
        END
    ),
    ADD CONSTRAINT "campaigns_card_check" CHECK (num_nonnulls("card_chat_id", "card_message_id", "card_done", "card_at") IN (0, 4)),
    ADD CONSTRAINT "campaigns_size_check" CHECK ("size" >= 0);
ALTER TABLE "deliveries"
    ADD CONSTRAINT "deliveries_state_check" CHECK ("state" IN ('pending', 'sending', 'sent', 'blocked', 'failed', 'unknown', 'skipped')),
    ADD CONSTRAINT "deliveries_claim_check" CHECK ("state" <> 'sending' OR "claimed_at" IS NOT NULL),
    ADD CONSTRAINT "deliveries_numbers_check" CHECK ("position" >= 0 AND "attempts" >= 0);
ALTER TABLE "sending_switch"
    ADD CONSTRAINT "sending_switch_id_check" CHECK ("id" = 1);
-- What waits, by campaign; what is in flight, by age; what needs a look, by campaign.
CREATE INDEX "deliveries_pending_idx" ON "deliveries" ("campaign_id", "position") WHERE "state" = 'pending';
CREATE INDEX "deliveries_sending_idx" ON "deliveries" ("claimed_at") WHERE "state" = 'sending';
CREATE INDEX "deliveries_state_idx" ON "deliveries" ("campaign_id", "state") WHERE "state" IN ('sending', 'failed', 'unknown');
