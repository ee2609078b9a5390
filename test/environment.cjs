process.env.APOLLO_TELEMETRY_DISABLED = '1';
require('reflect-metadata');
