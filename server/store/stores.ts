import type { Engine } from './engine.ts'
import { createIdempotencyStore } from './idempotency-store.ts'
import { createLoginAttemptStore } from './login-attempt-store.ts'
import { createRequestStore } from './request-store.ts'
import { createOrganisationStore } from './organisation-store.ts'
import { createInstitutionStore } from './institution-store.ts'
import { createCounterStore } from './counter-store.ts'
import { createClosureStore } from './closure-store.ts'
import { createSessionStore } from './session-store.ts'
import { createSettingsStore } from './settings-store.ts'
import { createUserStore } from './user-store.ts'

export type Stores = ReturnType<typeof createStores>

/** Every store, one line each, in alphabetical order. */
export function createStores(engine: Engine) {
  return {
    closures: createClosureStore(engine),
    counters: createCounterStore(engine),
    institutions: createInstitutionStore(engine),
    organisations: createOrganisationStore(engine),
    requests: createRequestStore(engine),
    idempotency: createIdempotencyStore(engine),
    loginAttempts: createLoginAttemptStore(engine),
    sessions: createSessionStore(engine),
    settings: createSettingsStore(engine),
    users: createUserStore(engine),
  }
}
