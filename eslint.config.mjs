import { defineConfig } from 'eslint/config';
import nx from '@nx/eslint-plugin';
import { createProjectGraphAsync } from 'nx/src/devkit-exports.js';
import tseslint from 'typescript-eslint';

// The walls are judged by Nx's project graph. ESLint on its own would read an old one, or find none and check nothing.
// Where Nx runs ESLint, it has just made it.
if (!process.env.NX_TASK_HASH) await createProjectGraphAsync();

const tests = ['**/*.spec.ts', 'test/**', 'apps/*/test/**'];

/** What each kind of project may use of ours. A project without a tag named here may use nothing. */
const walls = [
  { sourceTag: 'scope:reference', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:conduct', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:federation', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:client', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:access', onlyDependOnLibsWithTags: ['scope:reference'] },
  { sourceTag: 'scope:subgraph', onlyDependOnLibsWithTags: ['scope:access', 'scope:reference'] },
  {
    sourceTag: 'scope:subgraph-app',
    onlyDependOnLibsWithTags: ['scope:subgraph', 'scope:access', 'scope:conduct', 'scope:reference'],
  },
  // The behaviour rules run in one place, over facts that were gathered under the caller's own row rules.
  ...['app:cases', 'app:orders', 'app:risk-assessments', 'app:inspections'].map((sourceTag) => ({
    sourceTag,
    notDependOnLibsWithTags: ['scope:conduct'],
  })),
  {
    sourceTag: 'scope:gateway',
    onlyDependOnLibsWithTags: ['scope:federation', 'scope:access', 'scope:subgraph', 'scope:reference'],
  },
  { sourceTag: 'scope:console', onlyDependOnLibsWithTags: ['scope:client'] },
  { sourceTag: 'scope:tool', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'scope:test', onlyDependOnLibsWithTags: ['*'] },
];

/** The rule of the walls; `allow` names imports that may cross them by a relative path. */
const boundaries = (allow = []) => ({ '@nx/enforce-module-boundaries': ['error', { depConstraints: walls, allow }] });

const storage = 'Only models, queries, migrations and libs/subgraph know the database.';

export default defineConfig(
  { ignores: ['**/node_modules', '.throughline', '.nx', '**/dist', '**/coverage', 'libs/client/src/operations.ts'] },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...boundaries(),
      eqeqeq: 'error',
      'max-lines-per-function': ['error', { max: 60 }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],

      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // An empty setting or argument is one that was not given.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowAny: false, allowBoolean: false, allowNever: false, allowNullish: false, allowRegExp: false },
      ],
      // An index that was just checked has no other way of being said under noUncheckedIndexedAccess.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Classes are shapes of rows and arguments here: plain objects stand for them, and copies of them lose nothing.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // Codes come as text, and a cast after the check is how they become members of an enum.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // What is empty is meant to do nothing: a listener that swallows, a logger that keeps still.
      '@typescript-eslint/no-empty-function': 'off',
      // `async` without `await` turns a throw into a rejection, which is what an interface of promises asks for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Most of such a function is markup.
    files: ['apps/console/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 100 }] },
  },
  {
    // Its library is told of default options by a namespace of its own.
    files: ['apps/console/src/graph.ts'],
    rules: { '@typescript-eslint/no-namespace': 'off' },
  },
  {
    files: ['apps/console/vite.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['apps/**', 'libs/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    ignores: ['**/*.model.ts', '**/*.queries.ts', '**/migrations/**', 'libs/subgraph/**', ...tests],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['typeorm', 'pg', 'pg-copy-streams'].map((name) => ({ name, message: storage })),
          patterns: [{ group: ['typeorm/*', 'pg/*'], message: storage }],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression[source.value=/^(typeorm|pg|pg-copy-streams)(\\u002F|$)/]', message: storage },
      ],
    },
  },
  {
    // They put apps together, and apps have no public surface.
    files: ['tools/**', 'test/**'],
    rules: boundaries(['^(\\.\\./)+(apps|tools)/']),
  },
  {
    files: ['apps/*/test/**'],
    rules: boundaries(['^\\.\\./\\.\\./([a-z-]+|\\.\\./tools)/']),
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      // A test says what it expects of an answer, and fails where that is not there: types would say it twice.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['*.config.*'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
