-- CreateTable
CREATE TABLE "plan_wishes" (
    "telegram_chat_id" BIGINT NOT NULL,
    "speciality_codes" TEXT[],
    "region_ids" INTEGER[],
    "funding" TEXT NOT NULL DEFAULT 'budget',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_wishes_pkey" PRIMARY KEY ("telegram_chat_id")
);

-- CreateTable
CREATE TABLE "admission_plans" (
    "telegram_chat_id" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "number" SMALLINT NOT NULL,
    "content" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "admission_plans_pkey" PRIMARY KEY ("telegram_chat_id","day","number")
);

-- CreateIndex
CREATE INDEX "admission_plans_made_at_idx" ON "admission_plans"("made_at");

-- AddForeignKey
ALTER TABLE "plan_wishes" ADD CONSTRAINT "plan_wishes_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admission_plans" ADD CONSTRAINT "admission_plans_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma has no word for
ALTER TABLE "plan_wishes"
    ADD CONSTRAINT "plan_wishes_funding_check" CHECK ("funding" IN ('budget', 'contract')),
    ADD CONSTRAINT "plan_wishes_specialities_check" CHECK (cardinality("speciality_codes") <= 5);
