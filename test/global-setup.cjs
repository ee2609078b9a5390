require('../tools/up/register.cjs');
require('reflect-metadata');

/** A PostgreSQL for each worker, and in it one migrated database that each test file's own is copied from. */
module.exports = async ({ maxWorkers }) => {
  const { startTestClusters } = require('./cluster.ts');
  globalThis.__clusters = await startTestClusters(maxWorkers);
};
