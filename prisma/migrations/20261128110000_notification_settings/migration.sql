-- Which kinds of messages that the bot begins reach a student, and when they arrive without sound.
-- CreateTable
CREATE TABLE "notification_settings" (
    "telegram_chat_id" BIGINT NOT NULL,
    "open_days" BOOLEAN NOT NULL DEFAULT true,
    "offer_changes" BOOLEAN NOT NULL DEFAULT true,
    "news" BOOLEAN NOT NULL DEFAULT true,
    "quiet_from" SMALLINT NOT NULL DEFAULT 22,
    "quiet_until" SMALLINT NOT NULL DEFAULT 8,

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("telegram_chat_id")
);

-- AddForeignKey
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma has no word for
ALTER TABLE "notification_settings"
    ADD CONSTRAINT "notification_settings_quiet_check" CHECK ("quiet_from" BETWEEN 0 AND 23 AND "quiet_until" BETWEEN 0 AND 23);
