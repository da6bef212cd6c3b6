import type { VNode } from 'preact'
import type { Outcome, RequestState } from '../../server/domain/request/states.ts'
import type { PageContext } from '../page-context.ts'

const tones: Partial<Record<RequestState, 'late' | 'done' | 'muted'>> = {
  vencida_ficta: 'late',
  ficta_incumplida: 'late',
  revision_vencida: 'late',
  incumplida: 'late',
  entregada: 'done',
  cumplida: 'done',
  cerrada: 'muted',
  desistida: 'muted',
  remitida: 'muted',
}

interface StatusProps {
  readonly ctx: PageContext
  readonly state: RequestState
  readonly outcome: Outcome | null
}

export function StatusTag({ ctx, state, outcome }: StatusProps): VNode {
  const tone = tones[state] ?? 'plain'
  return (
    <span class="tags">
      <span class={`tag tag-${tone}`}>{ctx.t(`state.${state}`)}</span>
      {outcome ? <span class="tag tag-outcome">{ctx.t(`outcome.${outcome}`)}</span> : null}
    </span>
  )
}
