// Lets Node run the TypeScript sources as they are: swc strips the types and emits the
// decorators' metadata that TypeGraphQL and TypeORM read (esbuild and tsx emit none).
const { addHook } = require('pirates');
const { transformSync } = require('@swc/core');
const Module = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

addHook((code, filename) => transformSync(code, { filename, configFile: path.join(root, '.swcrc') }).code, {
  exts: ['.ts'],
});

// The one alias that tsconfig.json and jest.config.cjs know too: @throughline/x is libs/x/src/index.ts.
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const name = /^@throughline\/([a-z-]+)$/.exec(request)?.[1];
  return resolve.call(this, name ? path.join(root, 'libs', name, 'src/index.ts') : request, ...rest);
};

process.env.APOLLO_TELEMETRY_DISABLED = '1';
process.setSourceMapsEnabled(true);
