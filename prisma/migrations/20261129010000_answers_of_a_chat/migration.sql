-- The answers of one chat are found to be shown to it, and to be erased.
-- CreateIndex
CREATE INDEX "processed_updates_telegram_chat_id_idx" ON "processed_updates"("telegram_chat_id");
