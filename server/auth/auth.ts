import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import session from 'express-session'
import passport from 'passport'
import { Strategy as LocalStrategy } from 'passport-local'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { newCsrfSecret } from '../http/csrf.ts'
import type { User } from '../store/user-store.ts'
import { checkCredentials } from './check-credentials.ts'
import { deviceName } from './device-name.ts'
import type { Hasher } from './hasher.ts'
import { createLoginLimits } from './login-limits.ts'
import { checkSecondFactor, hasSecondFactor } from './second-factor.ts'
import { SessionStoreAdapter } from './session-store-adapter.ts'
import type {} from './session-types.ts'

/** Signing in and out, for the API and the pages alike. */
export interface Auth {
  /** Reads the session and, for this very request, its account. */
  readonly middleware: readonly RequestHandler[]
  readonly hasher: Hasher
  /**
   * Signs in with `email` and `password` of the parsed body, under a new session id.
   * Throws AppError 'wrong-credentials', 'too-many-requests', or 'second-factor-required' where the account
   * asks for a `code` and the body has none: the session then waits for `finishSignIn`.
   */
  signIn(req: Request, res: Response): Promise<User>
  /**
   * Ends a sign-in that waits for its code; null where the code is wrong, or nothing waits (any more).
   * Throws AppError 'too-many-requests'.
   */
  finishSignIn(req: Request, code: string): Promise<User | null>
  /** Starts a new session for an account whose sessions have just been ended: after a change of password. */
  renew(req: Request, user: User): Promise<void>
  signOut(req: Request): Promise<void>
}

/** Reads or makes the session secret, which all instances on a store share. */
export async function createAuth(context: Context, hasher: Hasher): Promise<Auth> {
  const { stores, clock } = context
  const secret = await stores.settings.readOrCreate('session-secret', () =>
    randomBytes(48).toString('base64url'),
  )
  const authenticator = createAuthenticator(context, hasher)

  function begin(req: Request, user: User): Promise<void> {
    return beginSession(req, user, clock.now())
  }

  function note(kind: 'sign_in' | 'sign_out', { id, role }: User): Promise<void> {
    return stores.systemLog.record(kind, { at: clock.now(), actor: { role, userId: id } })
  }

  return {
    hasher,
    middleware: [sessionsOf(context, secret), authenticator.session()],
    async signIn(req, res) {
      const user = await authenticate(authenticator, req, res).catch(async (error: unknown) => {
        await noteRefusal(context, error)
        throw error
      })
      await requireSecondFactor(context, req, user)
      // Before the session is saved: its cookie must be the last thing that is waited for.
      await note('sign_in', user)
      await begin(req, user)
      return user
    },
    async finishSignIn(req, code) {
      const user = await userWithCode(context, req, code)
      if (!user) return null
      // Before the session is saved: its cookie must be the last thing that is waited for.
      await note('sign_in', user)
      await begin(req, user)
      return user
    },
    renew: begin,
    async signOut(req) {
      if (req.user) await note('sign_out', req.user)
      return new Promise((resolve, reject) => {
        req.session.destroy((error: unknown) => (error ? reject(error) : resolve()))
      })
    },
  }
}

function sessionsOf(context: Context, secret: string): RequestHandler {
  const { config } = context
  const secure = config.production || config.publicUrl.startsWith('https:')
  return session({
    name: secure ? '__Host-sid' : 'vigia.sid',
    secret,
    store: new SessionStoreAdapter(context),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
    // Behind a proxy that ends TLS, express-session asks X-Forwarded-Proto.
    ...(secure ? { proxy: true } : {}),
  })
}

function beginSession(req: Request, user: User, now: Date): Promise<void> {
  return new Promise((resolve, reject) => {
    // Passport gives the session a new id here, against fixation.
    req.logIn(user, (error: unknown) => {
      if (error) return reject(error)
      // Another instance's clock, a little ahead of this one, may have written from when sessions are good.
      req.session.signedInAt = Math.max(now.getTime(), user.sessionsValidFrom.getTime())
      req.session.csrfSecret = newCsrfSecret()
      req.session.device = deviceName(req.get('user-agent') ?? '')
      // Now, and not as the reply ends: a browser follows a redirect once it has read the headers.
      req.session.save((failure: unknown) => (failure ? reject(failure) : resolve()))
    })
  })
}

/** How long a right password waits for its code. */
const patienceMs = 5 * 60_000

async function requireSecondFactor(context: Context, req: Request, { id }: User): Promise<void> {
  if (!(await hasSecondFactor(context, id))) return
  const { code, password: _password, email: _email, ...values }: Record<string, unknown> = { ...req.body }
  if (typeof code !== 'string' || code === '') {
    const until = context.clock.now().getTime() + patienceMs
    req.session.pending = { userId: id, until, values: typedOnly(values) }
    throw new AppError('second-factor-required')
  }
  if (!(await checkSecondFactor(context, id, code))) throw new AppError('wrong-credentials')
}

async function userWithCode(context: Context, req: Request, code: string): Promise<User | null> {
  const { pending } = req.session
  if (!pending || pending.until <= context.clock.now().getTime()) {
    delete req.session.pending
    return null
  }
  const user = await context.stores.users.find(pending.userId)
  return user?.active && (await checkSecondFactor(context, user.id, code)) ? user : null
}

function typedOnly(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** Neither the address nor the account: a stranger may have typed any. */
async function noteRefusal({ stores, clock }: Context, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.code !== 'wrong-credentials') return
  const actor = { role: 'public', userId: 'public' } as const
  await stores.systemLog.record('sign_in_refused', { at: clock.now(), actor })
}

function createAuthenticator(context: Context, hasher: Hasher) {
  const authenticator = new passport.Passport()
  const limits = createLoginLimits(context)
  authenticator.use(
    new LocalStrategy({ usernameField: 'email', passReqToCallback: true }, (req, email, password, done) => {
      checkCredentials(
        { stores: context.stores, hasher, limits },
        { email, password, address: req.ip ?? '' },
      ).then(
        user => done(null, user ?? false),
        (error: unknown) => done(error),
      )
    }),
  )
  authenticator.serializeUser<string>((user, done) => done(null, user.id))
  authenticator.deserializeUser<string, Request>((req, id, done) => {
    stillValid(context, id, req.session.signedInAt ?? 0).then(
      user => done(null, user ?? false),
      (error: unknown) => done(error),
    )
  })
  return authenticator
}

/** Read anew at each request: a role that was taken away, or a changed password, counts from the next one. */
async function stillValid({ stores }: Context, id: string, signedInAt: number): Promise<User | null> {
  const user = await stores.users.find(id)
  return user?.active && signedInAt >= user.sessionsValidFrom.getTime() ? user : null
}

function authenticate(authenticator: passport.Authenticator, req: Request, res: Response): Promise<User> {
  return new Promise((resolve, reject) => {
    const answer = (error: unknown, user: User | false | null | undefined) => {
      if (error) return reject(error)
      return user ? resolve(user) : reject(new AppError('wrong-credentials'))
    }
    authenticator.authenticate('local', answer)(req, res, (error: unknown) => reject(error))
  })
}
