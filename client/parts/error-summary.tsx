import type { VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import type { PageContext } from '../page-context.ts'

/** The same words as beside each field, as links to it. Takes focus when the page opens (enhance.ts). */
export function ErrorSummary({ ctx, form }: { ctx: PageContext; form: FormState }): VNode | null {
  if (form.errors.length === 0) return null
  return (
    <section class="errors" role="alert" aria-labelledby="errors-title" tabIndex={-1} data-focus="">
      <h2 id="errors-title">{ctx.t('form.problem')}</h2>
      <ul>
        {form.errors.map(({ field, key, values }) => (
          <li key={field}>
            <a href={`#f-${field}`}>{ctx.t(key, values)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
