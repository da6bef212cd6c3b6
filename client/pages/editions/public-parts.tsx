import type { VNode } from 'preact'
import type { EditionView } from '../../../server/editions/edition-view.ts'
import { href, type PageContext } from '../../page-context.ts'
import { Icon } from '../../parts/icon.tsx'

/** What every page of a published edition says of it. */
export interface PublicEdition {
  readonly edition: EditionView
  /** The edition that stands in its place; null where it stands itself. */
  readonly newer: EditionView | null
  /** The code of the edition that it corrects. */
  readonly corrects: string | null
}

interface PartProps {
  readonly ctx: PageContext
  readonly data: PublicEdition
}

interface PrintedFileProps extends PartProps {
  readonly of: 'pdf' | 'summary'
}

/** The printed form in the reader's language. */
export function PrintedFile({ ctx, data: { edition }, of }: PrintedFileProps): VNode | null {
  const kind = `${of}_${ctx.language}` as const
  const file = edition.files.find(each => each.kind === kind)
  if (!file) return null
  return (
    <p>
      <a href={href(ctx, `/informes/${edition.id}/archivos/${file.sha256}`)}>
        {ctx.t(`editions.file.${kind}`)}
      </a>
    </p>
  )
}

/** At the head of each page of a superseded edition: nobody reads it for the one that stands. */
export function Standing({ ctx, data: { newer } }: PartProps): VNode | null {
  return newer === null ? null : <SupersededBand ctx={ctx} by={newer.code} />
}

/** @param by the code of the edition that stands. */
export function SupersededBand({ ctx, by }: { ctx: PageContext; by: string }): VNode {
  const { t } = ctx
  return (
    <section class="band band-warning" aria-labelledby="sustituida">
      <Icon name="warning" />
      <div>
        <p class="band-title" id="sustituida">
          <strong>{t('twin.superseded')}</strong>
        </p>
        <p>{t('twin.superseded.lead', { by })}</p>
        <p>
          <a href={href(ctx, `/informes/${by}`)}>{t('twin.superseded.open', { by })}</a>
        </p>
      </div>
    </section>
  )
}

export function BackToContents({ ctx, data: { edition } }: PartProps): VNode {
  return (
    <a class="back" href={href(ctx, `/informes/${edition.code}`)}>
      ← {ctx.t('twin.back', { code: edition.code })}
    </a>
  )
}
