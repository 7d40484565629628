# syntax=docker/dockerfile:1
# One file for every service:  docker build --build-arg SERVICE=worker -t abitly-worker .
# SERVICE is ingress, worker, scheduler or cli. scripts/image-check.mjs runs the same steps without an engine.

ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
RUN npm install --global pnpm@10.34.9
WORKDIR /app
COPY . .
# The store outlives the build: an unchanged package is linked, not downloaded.
RUN --mount=type=cache,id=pnpm,target=/pnpm/store \
    pnpm config set store-dir /pnpm/store \
    && pnpm install --frozen-lockfile \
    && pnpm run generate \
    && pnpm exec tsc -b services/ingress services/worker services/scheduler tools/cli

FROM build AS deploy
ARG SERVICE
RUN --mount=type=cache,id=pnpm,target=/pnpm/store node scripts/deploy-service.mjs "${SERVICE}" /out

FROM ${NODE_IMAGE} AS service
ENV NODE_ENV=production PORT=3000
WORKDIR /app
COPY --from=deploy /out ./
# Files belong to root: the service cannot change its own code.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthcheck`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node handles SIGTERM itself; an init process beside it (--init) reaps what a child leaves.
STOPSIGNAL SIGTERM
# One process in a container, so its host name is its name: the same after a restart, while its process id may change.
CMD ["sh", "-c", "INSTANCE_NAME=\"${INSTANCE_NAME:-$HOSTNAME}\" exec node dist/main.js"]
