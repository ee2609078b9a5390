require('../tools/up/register.cjs');
require('reflect-metadata');

/** One PostgreSQL for the whole run, and in it one migrated database that each test file's own is copied from. */
module.exports = async () => {
  const { startTestCluster } = require('./cluster.ts');
  globalThis.__cluster = await startTestCluster();
};
