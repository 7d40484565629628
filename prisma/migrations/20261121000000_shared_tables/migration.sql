-- The tables that the website's backend shares. Where they exist already, this migration is recorded, not run.
-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "first_name" TEXT NOT NULL,
    "last_name" TEXT,
    "generated" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users_grades" (
    "user_id" UUID NOT NULL,
    "nmt_year" SMALLINT NOT NULL,
    "subject_code" TEXT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_grades_pkey" PRIMARY KEY ("user_id","nmt_year","subject_code")
);

-- CreateTable
CREATE TABLE "telegram_users" (
    "telegram_chat_id" BIGINT NOT NULL,
    "telegram_user_id" BIGINT NOT NULL,
    "web_user_id" UUID,
    "first_name" TEXT,
    "last_name" TEXT,
    "username" TEXT,
    "language" TEXT NOT NULL DEFAULT 'uk',
    "telegram_notifications_enabled" BOOLEAN NOT NULL DEFAULT true,
    "unreachable_at" TIMESTAMPTZ(3),
    "unreachable_reason" TEXT,
    "last_interacted_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "telegram_users_pkey" PRIMARY KEY ("telegram_chat_id")
);

-- CreateTable
CREATE TABLE "subjects" (
    "code" TEXT NOT NULL,
    "name_uk" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "elective" BOOLEAN NOT NULL,
    "position" SMALLINT NOT NULL,
    "max_test_points" SMALLINT NOT NULL,
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "subjects_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "regions" (
    "id" INTEGER NOT NULL,
    "edbo_code" TEXT NOT NULL,
    "osvita_id" INTEGER NOT NULL,
    "name_uk" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "rk" DECIMAL(4,2) NOT NULL DEFAULT 1,
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "universities" (
    "id" INTEGER NOT NULL,
    "edbo_id" INTEGER,
    "name_uk" TEXT NOT NULL,
    "name_en" TEXT,
    "short_uk" TEXT NOT NULL,
    "short_en" TEXT,
    "region_id" INTEGER NOT NULL,
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "universities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "faculties" (
    "id" SERIAL NOT NULL,
    "university_id" INTEGER NOT NULL,
    "name_uk" TEXT NOT NULL,
    "name_en" TEXT,
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "faculties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "specialities" (
    "code" TEXT NOT NULL,
    "name_uk" TEXT NOT NULL,
    "name_en" TEXT,
    "old_codes" TEXT[],
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "specialities_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "specialty_coefficients" (
    "year" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "specialisation" TEXT NOT NULL DEFAULT '',
    "subject_code" TEXT NOT NULL,
    "speciality_code" TEXT NOT NULL,
    "k" DECIMAL(4,2) NOT NULL,
    "confidence" TEXT NOT NULL DEFAULT 'high',
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "specialty_coefficients_pkey" PRIMARY KEY ("year","code","specialisation","subject_code")
);

-- CreateTable
CREATE TABLE "offers" (
    "year" SMALLINT NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "university_id" INTEGER NOT NULL,
    "faculty_id" INTEGER,
    "speciality_code" TEXT NOT NULL,
    "specialisation" TEXT,
    "programme_uk" TEXT NOT NULL,
    "programme_en" TEXT,
    "degree" TEXT NOT NULL DEFAULT 'bachelor',
    "base" TEXT NOT NULL,
    "form" TEXT NOT NULL DEFAULT 'full-time',
    "kind" TEXT NOT NULL,
    "term" TEXT,
    "price" INTEGER,
    "apply_from" TIMESTAMPTZ(3),
    "apply_to" TIMESTAMPTZ(3),
    "licence_volume" INTEGER,
    "max_budget" INTEGER,
    "fixed_budget" INTEGER,
    "min_budget" INTEGER,
    "contract_volume" INTEGER,
    "quota1_places" INTEGER,
    "quota2_places" INTEGER,
    "rk" DECIMAL(4,2) NOT NULL DEFAULT 1,
    "creative_k" DECIMAL(4,2),
    "applied" INTEGER,
    "admitted" INTEGER,
    "budget_applied" INTEGER,
    "recommended" INTEGER,
    "enrolled_budget" INTEGER,
    "enrolled_contract" INTEGER,
    "avg_budget_score" DECIMAL(6,3),
    "avg_contract_score" DECIMAL(6,3),
    "avg_score" DECIMAL(6,3),
    "min_score" DECIMAL(6,3),
    "max_score" DECIMAL(6,3),
    "min_recommended" DECIMAL(6,3),
    "min_enrolled_budget" DECIMAL(6,3),
    "min_enrolled_contract" DECIMAL(6,3),
    "official_url" TEXT NOT NULL,
    "data_at" TIMESTAMPTZ(3) NOT NULL,
    "places_generated" BOOLEAN NOT NULL DEFAULT false,
    "applicants_generated" BOOLEAN NOT NULL DEFAULT false,
    "seeded" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "offers_pkey" PRIMARY KEY ("year","offer_id")
);

-- CreateTable
CREATE TABLE "offer_applicants" (
    "year" SMALLINT NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "applicant_key" TEXT NOT NULL,
    "funding" TEXT NOT NULL,
    "score" DECIMAL(6,3) NOT NULL,
    "priority" SMALLINT NOT NULL,
    "status_id" SMALLINT NOT NULL,
    "quota" TEXT,
    "interview" BOOLEAN NOT NULL DEFAULT false,
    "generated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "offer_applicants_pkey" PRIMARY KEY ("year","offer_id","applicant_key","funding")
);

-- CreateTable
CREATE TABLE "telegram_user_monitoring_offers" (
    "telegram_chat_id" BIGINT NOT NULL,
    "year" SMALLINT NOT NULL,
    "offer_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "telegram_user_monitoring_offers_pkey" PRIMARY KEY ("telegram_chat_id","year","offer_id")
);

-- CreateTable
CREATE TABLE "open_days" (
    "id" SERIAL NOT NULL,
    "university_id" INTEGER NOT NULL,
    "faculty_id" INTEGER,
    "title_uk" TEXT NOT NULL,
    "title_en" TEXT,
    "date" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "format" TEXT NOT NULL,
    "address" TEXT,
    "stream_url" TEXT,
    "registration_url" TEXT,
    "registration_deadline" TIMESTAMPTZ(3),
    "programme" TEXT,
    "audience" TEXT,
    "contacts" TEXT,
    "source_key" TEXT,
    "generated" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "open_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_open_days" (
    "telegram_chat_id" BIGINT NOT NULL,
    "open_day_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "monitoring_open_days_pkey" PRIMARY KEY ("telegram_chat_id","open_day_id")
);

-- CreateTable
CREATE TABLE "telegram_user_filter_regions" (
    "telegram_chat_id" BIGINT NOT NULL,
    "region_id" INTEGER NOT NULL,

    CONSTRAINT "telegram_user_filter_regions_pkey" PRIMARY KEY ("telegram_chat_id","region_id")
);

-- CreateTable
CREATE TABLE "telegram_user_filter_specialities" (
    "telegram_chat_id" BIGINT NOT NULL,
    "speciality_code" TEXT NOT NULL,

    CONSTRAINT "telegram_user_filter_specialities_pkey" PRIMARY KEY ("telegram_chat_id","speciality_code")
);

-- CreateTable
CREATE TABLE "telegram_user_filter_universities" (
    "telegram_chat_id" BIGINT NOT NULL,
    "university_id" INTEGER NOT NULL,

    CONSTRAINT "telegram_user_filter_universities_pkey" PRIMARY KEY ("telegram_chat_id","university_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "telegram_users_web_user_id_key" ON "telegram_users"("web_user_id");

-- CreateIndex
CREATE INDEX "telegram_users_telegram_user_id_idx" ON "telegram_users"("telegram_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "regions_edbo_code_key" ON "regions"("edbo_code");

-- CreateIndex
CREATE UNIQUE INDEX "regions_osvita_id_key" ON "regions"("osvita_id");

-- CreateIndex
CREATE UNIQUE INDEX "universities_edbo_id_key" ON "universities"("edbo_id");

-- CreateIndex
CREATE INDEX "universities_region_id_idx" ON "universities"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "faculties_university_id_name_uk_key" ON "faculties"("university_id", "name_uk");

-- CreateIndex
CREATE INDEX "specialty_coefficients_speciality_code_year_idx" ON "specialty_coefficients"("speciality_code", "year");

-- CreateIndex
CREATE INDEX "offers_offer_id_idx" ON "offers"("offer_id");

-- CreateIndex
CREATE INDEX "offers_university_id_idx" ON "offers"("university_id");

-- CreateIndex
CREATE INDEX "offers_faculty_id_idx" ON "offers"("faculty_id");

-- CreateIndex
CREATE INDEX "offers_speciality_code_year_idx" ON "offers"("speciality_code", "year");

-- CreateIndex
CREATE INDEX "offer_applicants_year_applicant_key_idx" ON "offer_applicants"("year", "applicant_key");

-- CreateIndex
CREATE INDEX "telegram_user_monitoring_offers_year_offer_id_idx" ON "telegram_user_monitoring_offers"("year", "offer_id");

-- CreateIndex
CREATE UNIQUE INDEX "open_days_source_key_key" ON "open_days"("source_key");

-- CreateIndex
CREATE INDEX "open_days_date_idx" ON "open_days"("date");

-- CreateIndex
CREATE INDEX "open_days_university_id_date_idx" ON "open_days"("university_id", "date");

-- CreateIndex
CREATE INDEX "open_days_faculty_id_idx" ON "open_days"("faculty_id");

-- CreateIndex
CREATE INDEX "open_days_updated_at_idx" ON "open_days"("updated_at");

-- CreateIndex
CREATE INDEX "monitoring_open_days_open_day_id_idx" ON "monitoring_open_days"("open_day_id");

-- CreateIndex
CREATE INDEX "telegram_user_filter_regions_region_id_idx" ON "telegram_user_filter_regions"("region_id");

-- CreateIndex
CREATE INDEX "telegram_user_filter_specialities_speciality_code_idx" ON "telegram_user_filter_specialities"("speciality_code");

-- CreateIndex
CREATE INDEX "telegram_user_filter_universities_university_id_idx" ON "telegram_user_filter_universities"("university_id");

-- AddForeignKey
ALTER TABLE "users_grades" ADD CONSTRAINT "users_grades_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users_grades" ADD CONSTRAINT "users_grades_subject_code_fkey" FOREIGN KEY ("subject_code") REFERENCES "subjects"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_users" ADD CONSTRAINT "telegram_users_web_user_id_fkey" FOREIGN KEY ("web_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "universities" ADD CONSTRAINT "universities_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faculties" ADD CONSTRAINT "faculties_university_id_fkey" FOREIGN KEY ("university_id") REFERENCES "universities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specialty_coefficients" ADD CONSTRAINT "specialty_coefficients_subject_code_fkey" FOREIGN KEY ("subject_code") REFERENCES "subjects"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specialty_coefficients" ADD CONSTRAINT "specialty_coefficients_speciality_code_fkey" FOREIGN KEY ("speciality_code") REFERENCES "specialities"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "offers_university_id_fkey" FOREIGN KEY ("university_id") REFERENCES "universities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "offers_faculty_id_fkey" FOREIGN KEY ("faculty_id") REFERENCES "faculties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "offers_speciality_code_fkey" FOREIGN KEY ("speciality_code") REFERENCES "specialities"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_applicants" ADD CONSTRAINT "offer_applicants_year_offer_id_fkey" FOREIGN KEY ("year", "offer_id") REFERENCES "offers"("year", "offer_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_monitoring_offers" ADD CONSTRAINT "telegram_user_monitoring_offers_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_monitoring_offers" ADD CONSTRAINT "telegram_user_monitoring_offers_year_offer_id_fkey" FOREIGN KEY ("year", "offer_id") REFERENCES "offers"("year", "offer_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_university_id_fkey" FOREIGN KEY ("university_id") REFERENCES "universities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_faculty_id_fkey" FOREIGN KEY ("faculty_id") REFERENCES "faculties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_open_days" ADD CONSTRAINT "monitoring_open_days_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_open_days" ADD CONSTRAINT "monitoring_open_days_open_day_id_fkey" FOREIGN KEY ("open_day_id") REFERENCES "open_days"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_filter_regions" ADD CONSTRAINT "telegram_user_filter_regions_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_filter_regions" ADD CONSTRAINT "telegram_user_filter_regions_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_filter_specialities" ADD CONSTRAINT "telegram_user_filter_specialities_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_filter_specialities" ADD CONSTRAINT "telegram_user_filter_specialities_speciality_code_fkey" FOREIGN KEY ("speciality_code") REFERENCES "specialities"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_filter_universities" ADD CONSTRAINT "telegram_user_filter_universities_telegram_chat_id_fkey" FOREIGN KEY ("telegram_chat_id") REFERENCES "telegram_users"("telegram_chat_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "telegram_user_filter_universities" ADD CONSTRAINT "telegram_user_filter_universities_university_id_fkey" FOREIGN KEY ("university_id") REFERENCES "universities"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma has no word for
ALTER TABLE "users_grades"
    ADD CONSTRAINT "users_grades_grade_check" CHECK ("grade" = 0 OR "grade" BETWEEN 100 AND 200),
    ADD CONSTRAINT "users_grades_nmt_year_check" CHECK ("nmt_year" BETWEEN 2000 AND 2100);
ALTER TABLE "telegram_users"
    ADD CONSTRAINT "telegram_users_language_check" CHECK ("language" IN ('uk', 'en')),
    ADD CONSTRAINT "telegram_users_unreachable_check" CHECK (("unreachable_at" IS NULL) = ("unreachable_reason" IS NULL));
ALTER TABLE "regions"
    ADD CONSTRAINT "regions_rk_check" CHECK ("rk" > 0);
ALTER TABLE "specialty_coefficients"
    ADD CONSTRAINT "specialty_coefficients_k_check" CHECK ("k" >= 0),
    ADD CONSTRAINT "specialty_coefficients_confidence_check" CHECK ("confidence" IN ('high', 'medium', 'low'));
ALTER TABLE "offers"
    ADD CONSTRAINT "offers_kind_check" CHECK ("kind" IN ('open', 'fixed', 'nonbudget')),
    ADD CONSTRAINT "offers_form_check" CHECK ("form" IN ('full-time', 'part-time', 'evening', 'distance')),
    ADD CONSTRAINT "offers_multipliers_check" CHECK ("rk" > 0 AND "creative_k" >= 0),
    ADD CONSTRAINT "offers_places_check" CHECK (least("licence_volume", "max_budget", "fixed_budget", "min_budget", "contract_volume", "quota1_places", "quota2_places") >= 0),
    ADD CONSTRAINT "offers_counters_check" CHECK (least("price", "applied", "admitted", "budget_applied", "recommended", "enrolled_budget", "enrolled_contract") >= 0),
    ADD CONSTRAINT "offers_scores_check" CHECK (
        least("avg_budget_score", "avg_contract_score", "avg_score", "min_score", "max_score", "min_recommended", "min_enrolled_budget", "min_enrolled_contract") >= 0
        AND greatest("avg_budget_score", "avg_contract_score", "avg_score", "min_score", "max_score", "min_recommended", "min_enrolled_budget", "min_enrolled_contract") <= 200
    );
ALTER TABLE "offer_applicants"
    ADD CONSTRAINT "offer_applicants_funding_check" CHECK ("funding" IN ('budget', 'contract')),
    ADD CONSTRAINT "offer_applicants_quota_check" CHECK ("quota" IN ('Q1', 'Q2')),
    ADD CONSTRAINT "offer_applicants_priority_check" CHECK ("priority" >= 0),
    ADD CONSTRAINT "offer_applicants_score_check" CHECK ("score" BETWEEN 0 AND 200);
ALTER TABLE "open_days"
    ADD CONSTRAINT "open_days_format_check" CHECK ("format" IN ('offline', 'online', 'mixed')),
    ADD CONSTRAINT "open_days_times_check" CHECK ("ends_at" >= "starts_at");
