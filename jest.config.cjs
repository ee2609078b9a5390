/** One run over every project; `nx test <project>` narrows it to a folder. */
module.exports = {
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'], '/node_modules/(jose|content-disposition)/.+\\.js$': ['@swc/jest'] },
  // ES modules, which Jest on the older Node cannot require as they are.
  transformIgnorePatterns: ['/node_modules/(?!(?:.*/node_modules/)?(?:jose|content-disposition)/)'],
  moduleNameMapper: { '^@throughline/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts' },
  globalSetup: '<rootDir>/test/global-setup.cjs',
  globalTeardown: '<rootDir>/test/global-teardown.cjs',
  setupFiles: ['<rootDir>/test/environment.cjs'],
  testEnvironment: 'node',
  // For what hangs: how fast a machine is must not decide whether a test passes.
  testTimeout: 300_000,
  maxWorkers: 2,
  // Every test file loads its modules anew, and what they leave behind adds up.
  workerIdleMemoryLimit: '1GB',
};
