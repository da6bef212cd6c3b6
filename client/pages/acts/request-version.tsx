import type { VNode } from 'preact'
import type { RequestView } from '../../../server/requests/request-view.ts'
import { valueOf, type FormState } from '../../form-state.ts'

/** The version that was on the screen when the form was opened: it decides whether somebody was quicker. */
export function RequestVersion({ request, form }: { request: RequestView; form: FormState }): VNode {
  return <input type="hidden" name="version" value={valueOf(form, 'version') || String(request.version)} />
}
