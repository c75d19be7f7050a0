# One image for every process: the API, which serves the admin too, the worker, the command line.
# Without Chromium, so without PDF; docs/operating.md says what to do instead.
FROM node:20-bookworm-slim AS build
WORKDIR /app
RUN npm install --global pnpm@10.34.9
# Manifests first, so that a change of sources alone installs nothing.
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json ./
RUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm fetch
COPY . .
RUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm install --offline --frozen-lockfile \
  && pnpm build \
  && pnpm --filter @throughline/cli --prod deploy --legacy /out/cli \
  && cp -r apps/admin/dist /out/admin

FROM node:20-bookworm-slim
ENV NODE_ENV=production ADMIN_DIR=/app/admin HOST=0.0.0.0 PORT=8180
WORKDIR /app
COPY --from=build /out ./
USER node
EXPOSE 8180
# `docker run IMAGE COMMAND` is the command line; compose.yaml names the long-running processes.
ENTRYPOINT ["node"]
CMD ["cli/dist/main.js", "doctor"]
