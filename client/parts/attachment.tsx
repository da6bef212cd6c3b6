import type { VNode } from 'preact'
import type { AttachmentView } from '../../server/requests/request-view.ts'
import { href, type PageContext } from '../page-context.ts'
import { Icon } from './icon.tsx'

interface AttachmentProps {
  readonly ctx: PageContext
  readonly requestId: string
  readonly file: AttachmentView
}

export function Attachment({ ctx, requestId, file }: AttachmentProps): VNode {
  return (
    <p class="attachment">
      <Icon name="file" />
      <a href={href(ctx, `/solicitudes/${requestId}/archivos/${file.sha256}`)}>{file.name}</a>{' '}
      <span class="soft small">
        {ctx.t('file.size', { kilobytes: Math.max(1, Math.round(file.size / 1024)) })}
      </span>
    </p>
  )
}
