import { readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Addresses of the console's pages; what is on them is asked for by the page itself, with a key. */
const PAGES = [
  '/',
  '/find',
  '/suspects/:id',
  '/cases/:id',
  '/cases/:id/*',
  '/orders/:id',
  '/orders/:id/*',
  '/inspections',
  '/inspections/*',
  '/recommendations',
  '/recommendations/*',
];

/** Everything comes from here, nothing is written into the page, and nobody may frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Plots are pictures that the page makes of what it was answered.
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `GET /` and the pages below it: the console that was built into `folder`. Open to everybody; it shows nothing without a key. */
export async function consoleRoutes(server: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  for (const at of PAGES) {
    server.get(at, { config: { open: true } }, (_request, reply) =>
      reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(page),
    );
  }
  await server.register(async (assets) => {
    assets.addHook('onRoute', (route) => {
      route.config = { ...route.config, open: true };
    });
    await assets.register(fastifyStatic, {
      root: path.join(folder, 'assets'),
      prefix: '/assets/',
      index: false,
      decorateReply: false,
      // Their names change with what is in them.
      cacheControl: false,
      setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
      preCompressed: true,
    });
  });
}
