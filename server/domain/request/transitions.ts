import type { EventType } from './events.ts'
import { finalStates, parties, requestStates, type ClockId, type Party, type RequestState } from './states.ts'

/** What a party may do in a state. `row` is the row of the table of 23 transitions (README, The law). */
export interface Transition {
  readonly row: number
  /** 'same' leaves the request where it is. */
  readonly to: RequestState | 'same'
  /** Where the law says so; null where it is silent. */
  readonly article: string | null
  readonly starts: readonly ClockId[]
  readonly stops: readonly ClockId[]
}

/** The acts that move a request. What is stated, corrected, disputed or recounted moves nothing by itself. */
export type ActionType = Exclude<EventType, 'filed' | 'stated' | 'corrected' | 'disputed' | 'recounted'>

type TransitionTable = {
  /** Given this party… */
  readonly [P in Party]: {
    /** …and a request in this state… */
    readonly [S in RequestState]?: {
      /** …this act leads there. What is not listed is not allowed. */
      readonly [A in ActionType]?: Transition
    }
  }
}

const admit = row(5, 'en_tramite', '42')
const askToClarify = row(2, 'en_prevencion', '42.2', ['K2'], ['K1'])
const assign = row(6, 'same', '19')
const refer = row(7, 'remitida', '38', [], ['K1'])
const extend = row(8, 'prorrogada', '43', ['K3'])
const resolve = row(9, 'resuelta', '42', [], ['K1', 'K3'])
const dismiss = row(4, 'resuelta', '42.2', [], ['K2'])
const resolveLate = row(13, 'resuelta', '44', [], ['K1', 'K3', 'K4'])
const notify = row(10, 'notificada', '54', ['K5'])
const deliver = row(11, 'entregada', '45')
const seekReview = row(15, 'en_revision', '54', ['K6'], ['K5'])
const decideReview = row(17, 'revision_resuelta', '58', [], ['K1', 'K3', 'K4', 'K6'])
const notifyReview = row(17, 'same', '60', ['K7'])
const comply = row(19, 'cumplida', '60', [], ['K7'])
const amparo = row(21, 'en_amparo', '60', [], ['K6'])
const withdraw = row(23, 'desistida', null, [], ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7'])
const fallSilent = row(12, 'vencida_ficta', '44', ['K4', 'K5'])
const close = row(22, 'cerrada', null, [], ['K5'])

const withdrawable = Object.fromEntries(
  requestStates
    .filter(state => !(finalStates as readonly RequestState[]).includes(state))
    .map(state => [state, { withdrawn: withdraw }]),
) as { readonly [S in RequestState]?: { readonly withdrawn: Transition } }

const transitions: TransitionTable = {
  requester: {
    ...withdrawable,
    en_prevencion: { clarified: row(3, 'en_tramite', '42', ['K1'], ['K2']), withdrawn: withdraw },
    notificada: { delivered: deliver, review_filed: seekReview, withdrawn: withdraw },
    entregada: { review_filed: seekReview, withdrawn: withdraw },
    vencida_ficta: { review_filed: seekReview, withdrawn: withdraw },
    ficta_incumplida: { review_filed: seekReview, withdrawn: withdraw },
    revision_resuelta: { amparo_noted: amparo, withdrawn: withdraw },
    revision_vencida: { amparo_noted: amparo, withdrawn: withdraw },
    incumplida: { amparo_noted: amparo, withdrawn: withdraw },
  },
  unit: {
    presentada: { admitted: admit, clarification_requested: askToClarify, assigned: assign, referred: refer },
    // Dismissal is the only resolution open here, and only once the requester's days have passed (42.2).
    en_prevencion: { resolved: dismiss },
    // Extended once at most: 'prorrogada' offers no 'extended'.
    en_tramite: { assigned: assign, extended: extend, resolved: resolve },
    prorrogada: { resolved: resolve },
    resuelta: { notified: notify },
    notificada: { delivered: deliver },
    vencida_ficta: { resolved: resolveLate },
    // The table stops at row 14, but silence does not end the duty to answer (44, 45): a later answer is kept.
    ficta_incumplida: { resolved: resolveLate },
    revision_resuelta: { complied: comply },
    // The order to deliver outlives its five days, and amparo does not suspend it (60).
    incumplida: { complied: comply },
    en_amparo: { complied: row(19, 'same', '60', [], ['K7']) },
  },
  authority: {
    en_revision: { review_defects_fixed: row(16, 'same', '56'), review_decided: decideReview },
    // A decision out of time is still a decision: the breach of article 58 stays beside it.
    revision_vencida: { review_decided: decideReview },
    revision_resuelta: { review_notified: notifyReview },
  },
  system: {
    presentada: { lapsed: fallSilent },
    en_tramite: { lapsed: fallSilent },
    prorrogada: { lapsed: fallSilent },
    // Only under the reading by which a clarification does not stop the term (CountingPolicy.clarification).
    en_prevencion: { lapsed: fallSilent },
    vencida_ficta: { lapsed: row(14, 'ficta_incumplida', '44', ['K5'], ['K4']) },
    en_revision: { lapsed: row(18, 'revision_vencida', '58', [], ['K6']) },
    revision_resuelta: { lapsed: row(20, 'incumplida', '60', [], ['K7']) },
    notificada: { closed: close },
    entregada: { closed: close },
    cumplida: { closed: close },
  },
}

export function transitionFor(party: Party, state: RequestState, action: EventType): Transition | undefined {
  return isAction(action) ? transitions[party][state]?.[action] : undefined
}

/** The acts that a party may take in a state, in the table's order. */
export function actionsFrom(party: Party, state: RequestState): ActionType[] {
  return Object.keys(transitions[party][state] ?? {}).filter(isAction)
}

/** The parties to whom the table gives an act anywhere: whoever is not among them is acting for another. */
export function partiesOf(action: EventType): Party[] {
  return parties.filter(party => requestStates.some(state => transitionFor(party, state, action)))
}

const actionTypes: ReadonlySet<string> = new Set(
  parties.flatMap(party => Object.values(transitions[party]).flatMap(actions => Object.keys(actions))),
)

function isAction(type: string): type is ActionType {
  return actionTypes.has(type)
}

function row(
  number: number,
  to: Transition['to'],
  article: string | null,
  starts: readonly ClockId[] = [],
  stops: readonly ClockId[] = [],
): Transition {
  return { row: number, to, article, starts, stops }
}
