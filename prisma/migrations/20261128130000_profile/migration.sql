-- CreateTable
CREATE TABLE "student_preferences" (
    "telegram_chat_id" BIGINT NOT NULL,
    "priority" TEXT,
    "quota" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "student_preferences_pkey" PRIMARY KEY ("telegram_chat_id")
);

-- CreateTable
CREATE TABLE "link_attempts" (
    "telegram_chat_id" BIGINT NOT NULL,
    "failed_at" TIMESTAMPTZ(3)[],

    CONSTRAINT "link_attempts_pkey" PRIMARY KEY ("telegram_chat_id")
);

-- CreateTable
CREATE TABLE "account_events" (
    "id" BIGSERIAL NOT NULL,
    "event" TEXT NOT NULL,
    "web_user_id" UUID NOT NULL,
    "telegram_chat_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_events_published_at_idx" ON "account_events"("published_at");

-- AddForeignKey
ALTER TABLE "student_preferences" ADD CONSTRAINT "student_preferences_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_attempts" ADD CONSTRAINT "link_attempts_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma has no word for
ALTER TABLE "student_preferences"
    ADD CONSTRAINT "student_preferences_priority_check" CHECK ("priority" IN ('first', 'later')),
    ADD CONSTRAINT "student_preferences_quota_check" CHECK ("quota" IN ('none', 'Q1', 'Q2'));
ALTER TABLE "account_events"
    ADD CONSTRAINT "account_events_event_check" CHECK ("event" IN ('linked', 'moved', 'unlinked'));
