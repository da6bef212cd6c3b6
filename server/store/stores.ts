import { createBarrierStore } from './barrier-store.ts'
import { createCaseworkStore } from './casework-store.ts'
import type { Engine } from './engine.ts'
import { createDraftStore } from './draft-store.ts'
import { createIdempotencyStore } from './idempotency-store.ts'
import { createLeaseStore } from './lease-store.ts'
import { createLoginAttemptStore } from './login-attempt-store.ts'
import { createNotificationStore } from './notification-store.ts'
import { createOutboxStore } from './outbox-store.ts'
import { createPreferenceStore } from './preference-store.ts'
import { createRatingStore } from './rating-store.ts'
import { createRecoveryStore } from './recovery-store.ts'
import { createReportJobStore } from './report-job-store.ts'
import { createRecommendationStore } from './recommendation-store.ts'
import { createRequestStore } from './request-store.ts'
import { createRollUpStore } from './roll-up-store.ts'
import { createOrganisationStore } from './organisation-store.ts'
import { createAssistanceStore } from './assistance-store.ts'
import { createEditionStore } from './edition-store.ts'
import { createEditionWordStore } from './edition-word-store.ts'
import { createDisseminationStore } from './dissemination-store.ts'
import { createTrainingStore } from './training-store.ts'
import { createInstitutionStore } from './institution-store.ts'
import { createCopyStore } from './copy-store.ts'
import { createCounterStore } from './counter-store.ts'
import { createClosureStore } from './closure-store.ts'
import { createSavedViewStore } from './saved-view-store.ts'
import { createSecondFactorStore } from './second-factor-store.ts'
import { createSessionStore } from './session-store.ts'
import { createSettingsStore } from './settings-store.ts'
import { createSlotStore } from './slot-store.ts'
import { createSystemLogStore } from './system-log-store.ts'
import { createSnapshotStore } from './snapshot-store.ts'
import { createUserStore } from './user-store.ts'

export type Stores = ReturnType<typeof createStores>

/** Every store, one line each, in alphabetical order. */
export function createStores(engine: Engine) {
  return {
    barriers: createBarrierStore(engine),
    casework: createCaseworkStore(engine),
    assistances: createAssistanceStore(engine),
    closures: createClosureStore(engine),
    copies: createCopyStore(engine),
    counters: createCounterStore(engine),
    drafts: createDraftStore(engine),
    disseminations: createDisseminationStore(engine),
    editions: createEditionStore(engine),
    editionWords: createEditionWordStore(engine),
    idempotency: createIdempotencyStore(engine),
    institutions: createInstitutionStore(engine),
    leases: createLeaseStore(engine),
    loginAttempts: createLoginAttemptStore(engine),
    notifications: createNotificationStore(engine),
    organisations: createOrganisationStore(engine),
    outbox: createOutboxStore(engine),
    preferences: createPreferenceStore(engine),
    ratings: createRatingStore(engine),
    recommendations: createRecommendationStore(engine),
    recoveries: createRecoveryStore(engine),
    reportJobs: createReportJobStore(engine),
    requests: createRequestStore(engine),
    rollUps: createRollUpStore(engine),
    savedViews: createSavedViewStore(engine),
    secondFactors: createSecondFactorStore(engine),
    sessions: createSessionStore(engine),
    settings: createSettingsStore(engine),
    slots: createSlotStore(engine),
    trainings: createTrainingStore(engine),
    systemLog: createSystemLogStore(engine),
    snapshots: createSnapshotStore(engine),
    users: createUserStore(engine),
  }
}
