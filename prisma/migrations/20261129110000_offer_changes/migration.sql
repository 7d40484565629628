-- Which offers an import has touched, and what students were last told of the offers they follow.
-- CreateTable
CREATE TABLE "offer_changes" (
    "year" SMALLINT NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "revision" BIGSERIAL NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "import_id" UUID NOT NULL,

    CONSTRAINT "offer_changes_pkey" PRIMARY KEY ("year","offer_id")
);

-- CreateTable
CREATE TABLE "offer_told" (
    "telegram_chat_id" BIGINT NOT NULL,
    "year" SMALLINT NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "revision" BIGINT NOT NULL,
    "score" DECIMAL(6,3),
    "rank_best" INTEGER,
    "rank_worst" INTEGER,
    "tier" TEXT,
    "cutoff" DECIMAL(6,3),
    "applied" INTEGER,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_told_pkey" PRIMARY KEY ("telegram_chat_id","year","offer_id")
);

-- AddForeignKey
ALTER TABLE "offer_changes" ADD CONSTRAINT "offer_changes_year_offer_id_fkey" FOREIGN KEY ("year", "offer_id") REFERENCES "offers"("year", "offer_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_told" ADD CONSTRAINT "offer_told_telegram_chat_id_year_offer_id_fkey" FOREIGN KEY ("telegram_chat_id", "year", "offer_id") REFERENCES "telegram_user_monitoring_offers"("telegram_chat_id", "year", "offer_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma has no word for
ALTER TABLE "offer_told"
    ADD CONSTRAINT "offer_told_rank_check" CHECK (("rank_best" IS NULL AND "rank_worst" IS NULL) OR ("rank_best" >= 1 AND "rank_worst" >= "rank_best")),
    ADD CONSTRAINT "offer_told_tier_check" CHECK ("tier" IN ('high', 'medium', 'low', 'very-low', 'none'));

-- Who has looked at the list of followed offers was told what stood there.
INSERT INTO "offer_told" ("telegram_chat_id", "year", "offer_id", "revision", "score", "rank_best", "rank_worst", "tier", "told_at")
SELECT DISTINCT ON (look."telegram_chat_id", look."year", look."offer_id")
       look."telegram_chat_id", look."year", look."offer_id", 0, look."score", look."rank_best", look."rank_worst", look."tier", look."seen_at"
  FROM "offer_looks" look
  JOIN "telegram_user_monitoring_offers" followed USING ("telegram_chat_id", "year", "offer_id")
 WHERE look."seen_at" >= followed."created_at"
 ORDER BY look."telegram_chat_id", look."year", look."offer_id", look."seen_on" DESC;
