-- Search for offers by words (docs/adr/0018). Filled by the next synchronisation of the catalogue.

-- pg_trgm is part of PostgreSQL's contrib and trusted: whoever may create in the database may create it. It may
-- already live in any schema; ours gets it only where `public` is missing or closed to us.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
        IF has_schema_privilege(to_regnamespace('public')::oid, 'USAGE') THEN
            BEGIN
                CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
            EXCEPTION WHEN insufficient_privilege THEN
                CREATE EXTENSION IF NOT EXISTS pg_trgm;
            END;
        ELSE
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
        END IF;
    END IF;
END $$;

-- CreateTable
CREATE TABLE "search_words" (
    "id" SERIAL NOT NULL,
    "word" TEXT NOT NULL,
    "latin" TEXT NOT NULL,
    "offers" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_search" (
    "year" SMALLINT NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "word_ids" INTEGER[],
    "title_ids" INTEGER[],
    "title_sizes" SMALLINT[],
    "applied" INTEGER NOT NULL,

    CONSTRAINT "offer_search_pkey" PRIMARY KEY ("year","offer_id")
);

-- CreateTable
CREATE TABLE "chat_searches" (
    "telegram_chat_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "searched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_searches_pkey" PRIMARY KEY ("telegram_chat_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_words_word_key" ON "search_words"("word");

-- CreateIndex
CREATE INDEX "offer_search_word_ids_idx" ON "offer_search" USING GIN ("word_ids");

-- CreateIndex
CREATE INDEX "chat_searches_searched_at_idx" ON "chat_searches"("searched_at");

-- The operator class is named with its schema, which is not on our search_path.
DO $$
BEGIN
    EXECUTE (
        SELECT format('CREATE INDEX "search_words_latin_idx" ON "search_words" USING GIN ("latin" %I.gin_trgm_ops)', nspname)
          FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
         WHERE extname = 'pg_trgm'
    );
END $$;

-- AddForeignKey
ALTER TABLE "offer_search" ADD CONSTRAINT "offer_search_year_offer_id_fkey" FOREIGN KEY ("year", "offer_id") REFERENCES "offers"("year", "offer_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_searches" ADD CONSTRAINT "chat_searches_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma has no word for
ALTER TABLE "search_words"
    ADD CONSTRAINT "search_words_latin_check" CHECK ("latin" ~ '^[a-z0-9]+$' AND length("latin") = length("word"));
-- The lists are read by the index alone until one of a page is: pending entries would slow every search down.
ALTER INDEX "offer_search_word_ids_idx" SET (fastupdate = off);
