-- The run ledger tells a whole story of each run. Nothing has written to it yet.
-- AlterTable
ALTER TABLE "schedule_runs" ADD COLUMN     "attempts" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "counts" JSONB,
ADD COLUMN     "leader" TEXT,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'clock',
ADD COLUMN     "started_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "schedule_tasks" (
    "task" TEXT NOT NULL,
    "settled_upto" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schedule_tasks_pkey" PRIMARY KEY ("task")
);

ALTER TABLE "schedule_runs"
    DROP CONSTRAINT "schedule_runs_state_check",
    ADD CONSTRAINT "schedule_runs_state_check"
        CHECK ("state" IN ('planned', 'enqueued', 'running', 'done', 'missed', 'failed')),
    ADD CONSTRAINT "schedule_runs_origin_check" CHECK ("origin" IN ('clock', 'catch-up', 'manual'));
