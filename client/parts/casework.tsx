import type { VNode } from 'preact'
import type { CaseworkView } from '../../server/casework/view-casework.ts'
import { instantText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { href, type PageContext } from '../page-context.ts'
import { SelectField, TextArea } from './fields.tsx'
import { Button, Form } from './form.tsx'

export interface CaseworkProps {
  readonly ctx: PageContext
  readonly requestId: string
  readonly work: CaseworkView
  readonly form: FormState
}

/** Who has a request in hand, and what the unit tells itself of it: on no other page, in no other's. */
export function Casework(props: CaseworkProps): VNode {
  const { t } = props.ctx
  return (
    <section class="card casework" aria-labelledby="interno">
      <h2 id="interno">{t('casework.title')}</h2>
      <p class="soft small">{t('casework.lead')}</p>
      <Assignee {...props} />
      <h3>{t('casework.notes')}</h3>
      <NewNote {...props} />
      <Notes {...props} />
    </section>
  )
}

function Assignee({ ctx, requestId, work, form }: CaseworkProps): VNode {
  const { t } = ctx
  const values = { assigneeId: work.assignee?.id ?? '', ...form.values }
  return (
    <Form ctx={ctx} action={`/solicitudes/${requestId}/encargo`} form={form}>
      <SelectField
        ctx={ctx}
        form={{ ...form, values }}
        name="assigneeId"
        label={t('casework.assignee')}
        empty={t('casework.nobody')}
        options={work.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button kind="secondary">{t('casework.assign')}</Button>
    </Form>
  )
}

function NewNote({ ctx, requestId, form }: CaseworkProps): VNode {
  const { t } = ctx
  return (
    <Form ctx={ctx} action={`/solicitudes/${requestId}/notas`} form={form}>
      <TextArea
        ctx={ctx}
        form={form}
        name="internalNote"
        label={t('casework.note')}
        hint={t('casework.note.hint')}
        rows={3}
        maxLength={5000}
      />
      <Button kind="secondary">{t('casework.note.add')}</Button>
    </Form>
  )
}

function Notes({ ctx, requestId, work }: CaseworkProps): VNode {
  const { t, language } = ctx
  if (work.notes.length === 0) return <p class="soft">{t('casework.notes.none')}</p>
  return (
    <ul class="plain">
      {work.notes.map(({ id, text, author, createdAt, own }) => (
        <li key={id} class="casework-note">
          <p lang={language === 'es' ? undefined : 'es'}>{text}</p>
          <p class="soft small">
            {author} · {instantText(language, createdAt)}
          </p>
          {own ? (
            <form method="post" action={href(ctx, `/solicitudes/${requestId}/notas/${id}/quitar`)}>
              <input type="hidden" name="_csrf" value={ctx.csrf} />
              <button class="link-button" type="submit">
                {t('casework.withdraw')}{' '}
                <span class="hidden">
                  {t('casework.withdraw.about', { day: instantText(language, createdAt) })}
                </span>
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
