import type { ComponentChildren, VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import { href, type PageContext } from '../page-context.ts'

interface FormProps {
  readonly ctx: PageContext
  readonly action: string
  readonly form: FormState
  /** For forms with a file. */
  readonly multipart?: boolean
  /** Where the due date can be asked for while the form is being filled, and from which fields. */
  readonly preview?: { readonly path: string; readonly fields: readonly string[] }
  readonly children: ComponentChildren
}

/** Browsers' own checks are off: their words are in the browser's language and poorly read out. */
export function Form({ ctx, action, form, multipart = false, preview, children }: FormProps): VNode {
  return (
    <form
      class="form"
      method="post"
      action={href(ctx, action)}
      enctype={multipart ? 'multipart/form-data' : undefined}
      data-preview={preview && href(ctx, preview.path)}
      data-preview-fields={preview?.fields.join(' ')}
      novalidate
    >
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      <input type="hidden" name="idempotencyKey" value={form.idempotencyKey} />
      {children}
    </form>
  )
}

interface ButtonProps {
  readonly children: ComponentChildren
  readonly kind?: 'primary' | 'secondary' | 'danger'
  readonly name?: string
  readonly value?: string
}

export function Button({ children, kind = 'primary', name, value }: ButtonProps): VNode {
  return (
    <button class={`button button-${kind}`} type="submit" name={name} value={value}>
      {children}
    </button>
  )
}
