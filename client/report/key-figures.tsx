import type { VNode } from 'preact'
import type { KeptKeyFigure, KeptKeyFigures } from './kept-report.ts'
import { casesHref, type ReportReader } from './report-reader.ts'

interface KeyFiguresProps {
  readonly reader: ReportReader
  readonly block: KeptKeyFigures
}

/** Large numbers, each with what it is of; the number opens its cases. */
export function KeyFigures({ reader, block: { figures } }: KeyFiguresProps): VNode {
  return (
    <ul class="figures">
      {figures.map(figure => (
        <li key={figure.label} class="figure">
          <span class="figure-label">{figure.label}</span>
          <span class={figure.tone === 'breach' ? 'figure-value figure-late' : 'figure-value'}>
            <Value reader={reader} figure={figure} />
          </span>
          <span class="figure-n">{figure.note}</span>
        </li>
      ))}
    </ul>
  )
}

function Value({
  reader,
  figure: { value, label, opens },
}: {
  reader: ReportReader
  figure: KeptKeyFigure
}): VNode {
  if (opens.length === 0) return <>{value}</>
  return (
    <a href={casesHref(reader, opens)}>
      {value}
      <span class="hidden">
        {' '}
        {label}: {reader.ctx.t('twin.openCases')}
      </span>
    </a>
  )
}
