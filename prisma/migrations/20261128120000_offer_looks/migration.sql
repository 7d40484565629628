-- What a student has seen of the offers they follow: the last look of a day.
-- CreateTable
CREATE TABLE "offer_looks" (
    "telegram_chat_id" BIGINT NOT NULL,
    "year" SMALLINT NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "seen_on" DATE NOT NULL,
    "rank_best" INTEGER,
    "rank_worst" INTEGER,
    "tier" TEXT,
    "score" DECIMAL(6,3),
    "data_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_looks_pkey" PRIMARY KEY ("telegram_chat_id","year","offer_id","seen_on")
);

-- AddForeignKey
ALTER TABLE "offer_looks" ADD CONSTRAINT "offer_looks_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma has no word for
ALTER TABLE "offer_looks"
    ADD CONSTRAINT "offer_looks_rank_check" CHECK (("rank_best" IS NULL AND "rank_worst" IS NULL) OR ("rank_best" >= 1 AND "rank_worst" >= "rank_best")),
    ADD CONSTRAINT "offer_looks_tier_check" CHECK ("tier" IN ('high', 'medium', 'low', 'very-low', 'none')),
    ADD CONSTRAINT "offer_looks_score_check" CHECK ("score" BETWEEN 0 AND 200);
