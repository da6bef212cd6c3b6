import type { ReviewGround, ReviewLetterFacts } from '../../reports/review-letter/facts.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { silenceIn } from '../domain/request/silence.ts'
import { AppError } from '../errors.ts'
import { translator } from '../i18n/translate.ts'
import { getRequest } from './get-request.ts'
import type { ClockView, RequestView } from './request-view.ts'

/** What the appellant adds to what the record knows. The name and the address are put on the paper and kept nowhere. */
export interface ReviewWords {
  /** Null takes the one that the record suggests. */
  readonly ground: ReviewGround | null
  readonly text: string
  readonly name: string
  readonly notices: string
}

/**
 * The facts of a review appeal, filled in as far as the record knows them.
 * @throws AppError 'sign-in-required', 'forbidden' (only the requester appeals), 'not-found', 'review-not-open'
 */
export async function reviewFacts(
  context: Context,
  actor: Actor,
  { requestId, words }: { readonly requestId: string; readonly words: ReviewWords },
): Promise<ReviewLetterFacts> {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  if (actor.organisationId === null) throw new AppError('forbidden')
  const view = await getRequest(context, actor, requestId)
  const clock = reviewClock(view)
  if (clock === null) throw new AppError('review-not-open', { state: view.state })
  const { ground, text, name, notices } = words
  return {
    on: context.clock.today(),
    institution: view.institution.name,
    reference: view.reference,
    caseNumber: view.caseNumber,
    title: view.title,
    organisation: view.organisation.name,
    receivedOn: view.receivedOn,
    act: actOf(view, clock),
    ground: ground ?? suggestedGround(view),
    fileBy: clock.dueOn,
    enclosures: enclosuresOf(view),
    ...{ text, name, notices },
  }
}

/** The window that ends last: a late filing is flagged and never barred. */
export function reviewClock({ clocks }: Pick<RequestView, 'clocks'>): ClockView | null {
  return clocks.findLast(({ clock }) => clock === 'K5') ?? null
}

/** What most probably is the ground, by what came of the request. */
export function suggestedGround({ state, outcome }: Pick<RequestView, 'state' | 'outcome'>): ReviewGround {
  if (state === 'ficta_incumplida') return '55.5'
  if (outcome === null) return '55.4'
  return outcome === 'entrega_total' || outcome === 'entrega_parcial' ? '55.3' : '54'
}

function actOf(view: RequestView, clock: ClockView): ReviewLetterFacts['act'] {
  const { outcome } = view
  if (outcome !== null) {
    const t = translator('es')
    return { kind: 'respuesta', outcome: t(`outcome.${outcome}`), notifiedOn: clock.startedOn }
  }
  return { kind: 'silencio', dueOn: silenceIn(view.breaches)?.dueOn ?? clock.startedOn }
}

/** By name and hash, so that a copy can be told from another. */
function enclosuresOf(view: RequestView): string[] {
  const silence = silenceIn(view.breaches) ? ['Constancia de silencio de la solicitud, con sus plazos'] : []
  return [...silence, ...view.attachments.map(({ name }) => `Copia de ${name}`)]
}
