-- CreateTable
CREATE TABLE "picture_files" (
    "bot_id" BIGINT NOT NULL,
    "digest" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "picture_files_pkey" PRIMARY KEY ("bot_id","digest")
);

-- CreateTable
CREATE TABLE "picture_messages" (
    "telegram_chat_id" BIGINT NOT NULL,
    "subject" TEXT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "picture_messages_pkey" PRIMARY KEY ("telegram_chat_id","subject")
);

-- CreateIndex
CREATE INDEX "picture_files_created_at_idx" ON "picture_files"("created_at");

-- CreateIndex
CREATE INDEX "picture_messages_sent_at_idx" ON "picture_messages"("sent_at");

-- AddForeignKey
ALTER TABLE "picture_messages" ADD CONSTRAINT "picture_messages_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma has no word for
ALTER TABLE "picture_files"
    ADD CONSTRAINT "picture_files_digest_check" CHECK ("digest" ~ '^[0-9a-f]{64}$');
