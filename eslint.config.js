import js from '@eslint/js'
import { importX } from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'

/** One direction of import that the architecture forbids: move the code, do not relax the rule. */
const zone = (target, from, message, except) => ({ target, from, message, ...(except && { except }) })

const features = [
  'administration',
  'barriers',
  'assistance',
  'calendar',
  'dissemination',
  'editions',
  'casework',
  'copying',
  'imports',
  'institutions',
  'notifications',
  'open-data',
  'organisations',
  'ratings',
  'reports',
  'requests',
  'saved-views',
  'seeding',
  'trainings',
  'users',
]

const zones = [
  zone(
    'server/domain',
    '.',
    'The domain imports nothing but itself: it must run in a browser and be read by a lawyer.',
    ['./server/domain'],
  ),
  ...features.map(feature =>
    zone(
      `server/${feature}`,
      features.filter(other => other !== feature).map(other => `server/${other}`),
      'Features do not import each other: what two of them need has a room in domain, store or http.',
    ),
  ),
  zone(
    'server/store',
    ['server/http', 'server/auth', 'server/jobs', ...features.map(each => `server/${each}`)],
    'The store serves the features and knows none of them.',
  ),
  zone(['server', 'client', 'reports'], ['scripts', 'test'], 'Nothing imports a script or a test.'),
  zone('scripts', 'test', 'Nothing imports a test.'),
  zone(
    'client',
    ['server/store', 'server/auth', 'server/jobs', 'server/http', 'reports'],
    'Pages are functions of what actions return: they see domain, i18n and those types only.',
  ),
  zone(
    'reports',
    ['server/store', 'server/auth', 'server/jobs', 'server/http', ...features.map(each => `server/${each}`)],
    'A report is a function of figures: it sees the domain and the chart scenes only.',
  ),
]

/** Packages with one room each. */
const rooms = [
  [['mongoose', 'mongodb', 'lmdb', 'bson'], 'Only server/store knows how data is kept.', ['server/store/**']],
  [['pdfkit', 'fontkit'], 'Only reports/pdf draws.', ['reports/pdf/**']],
  [['node-cron'], 'Only server/jobs/schedule.ts rings the alarm.', ['server/jobs/schedule.ts']],
  [
    ['passport', 'passport-local', '@node-rs/argon2'],
    'Only server/auth signs people in.',
    ['server/auth/**'],
  ],
  [
    ['express'],
    'HTTP ends at the routes: actions take values.',
    [
      'server/app.ts',
      'server/start-server.ts',
      'server/http/**',
      'server/auth/**',
      'server/**/routes.ts',
      'server/**/*-routes.ts',
    ],
  ],
  [['nodemailer'], 'Only server/jobs/mailer.ts sends mail.', ['server/jobs/mailer.ts']],
]

/** The rule may stand once a file, so each room's files list every package but those of their rooms. */
function roomRules() {
  const paths = rooms.flatMap(([names, message]) => names.map(name => ({ name, message })))
  const ruleFor = (files, open) => ({
    files,
    rules: {
      'no-restricted-imports': ['error', { paths: paths.filter(({ name }) => !open.includes(name)) }],
    },
  })
  const patterns = [...new Set(rooms.flatMap(([, , files]) => files))]
  return [
    ruleFor(['server/**/*.{ts,tsx}', 'client/**/*.{ts,tsx}', 'reports/**/*.ts'], []),
    ...patterns.map(pattern =>
      ruleFor(
        [pattern],
        rooms.flatMap(([names, , files]) => (files.includes(pattern) ? names : [])),
      ),
    ),
  ]
}

const clock = {
  selector:
    "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message: 'Time arrives as an argument; the present lives in server/clock.ts.',
}

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'data/', 'node_modules/', 'reports/pdf/fonts/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } } },
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      complexity: ['error', 8],
      'max-lines-per-function': [
        'error',
        { max: 45, skipBlankLines: true, skipComments: true, IIFEs: false },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'no-restricted-syntax': ['error', clock],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  ...roomRules(),
  {
    // One function that lists short ones: the routes of a resource, the calls of a store or an engine.
    files: ['server/**/routes.ts', 'server/**/*-routes.ts', 'server/store/**', 'server/http/pages/**'],
    rules: { 'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['server/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**', 'scripts/**', 'client/build.ts'],
    rules: {
      'max-lines-per-function': 'off',
      complexity: 'off',
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['eslint.config.js', 'scripts/mongodb-engine/**'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', setTimeout: 'readonly' },
    },
  },
)
