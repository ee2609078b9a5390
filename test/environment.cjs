process.env.APOLLO_TELEMETRY_DISABLED = '1';
require('reflect-metadata');

// The PostgreSQL of the worker that this test file runs in.
const databases = process.env.THROUGHLINE_TEST_DATABASES.split(' ');
process.env.THROUGHLINE_TEST_DATABASE = databases[Number(process.env.JEST_WORKER_ID) - 1];
