import type {} from 'express-session'
import type {} from 'passport'
import type { User as Account } from '../store/user-store.ts'

declare global {
  // The names are those that passport's and express-session's own types extend.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface User extends Account {}
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Milliseconds since 1970: the absolute limit counts from here. */
    signedInAt?: number
    /** The secret of this session's forms, never sent as it is: see `csrfTokenOf`. */
    csrfSecret?: string
    /** The password was right, and the code is awaited until an instant (milliseconds since 1970). */
    pending?: {
      userId: string
      until: number
      /** What stood in the form besides the password: where to go on, and what was being written. */
      values: Record<string, string | readonly string[]>
    }
    /** It was read from the store: saved again, it must still be there. */
    kept?: true
    /** What its owner knows it by: 'Chrome, Android'. */
    device?: string
    /** Passport's own: the id of who is signed in. */
    passport?: { user?: string }
  }
}
