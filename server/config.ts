import { resolve } from 'node:path'
import Joi from 'joi'
import { configurationText, type WrongSetting } from './configuration-remedies.ts'
import { defaultPolicy, type CountingPolicy } from './domain/law/counting-policy.ts'
import { readPolicyOption } from './domain/law/policy-options.ts'

const environment = Joi.object({
  NODE_ENV: Joi.string().valid('development', 'test', 'production').default('development'),
  HOST: Joi.string().default('127.0.0.1'),
  PORT: Joi.number().port().default(3000),
  /** Public address of the site, for links in mails and reports, without a final slash. */
  PUBLIC_URL: Joi.string()
    .uri({ scheme: ['http', 'https'] })
    .replace(/\/+$/, ''),
  /** Left out, the embedded store under DATA_DIR is used. */
  // Not `uri`: the address of a replica set names several hosts, which RFC 3986 does not know.
  MONGODB_URI: Joi.string().pattern(/^mongodb(\+srv)?:\/\/[^\s/?]+\S*$/),
  DATA_DIR: Joi.string().default('data'),
  TIME_ZONE: Joi.string().custom(knownTimeZone).default('America/Guatemala'),
  /** Readings of the doubtful points of law: `clarification=no-suspension,extensionWindow=until-due-day`. */
  COUNTING_POLICY: Joi.string().empty('').custom(readPolicy),
  SCAN_CRON: Joi.string()
    .pattern(/^([\d*,/-]+\s+){4,5}[\d*,/a-z-]+$/i, 'five or six cron fields')
    .default('*/5 * * * *'),
  /** How many proxies stand before the app (0: none): decides whose address a login limit sees. */
  TRUSTED_PROXIES: Joi.number().integer().min(0).max(5).default(0),
  SESSION_IDLE_MINUTES: Joi.number().integer().min(5).max(480).default(30),
  SESSION_HOURS: Joi.number().integer().min(1).max(24).default(8),
  MAX_UPLOAD_MB: Joi.number().integer().min(1).max(200).default(20),
  /** smtp://user:password@host:port; left out, messages are kept and shown in the app. */
  SMTP_URL: Joi.string().uri({ scheme: ['smtp', 'smtps'] }),
  MAIL_FROM: Joi.string().default('Vigía <vigia@localhost>'),
  /** After how many days a form that was put away and not gone on with is removed. */
  DRAFT_DAYS: Joi.number().integer().min(1).max(3650).default(90),
  /** Seals the keys of second steps at rest. Left out, they are stored as they are. */
  SECRET_KEY: Joi.string().min(32).empty(''),
  /** What the store takes longer over, in milliseconds, is logged; 0: nothing is. */
  SLOW_QUERY_MS: Joi.number().integer().min(0).max(60_000).default(200),
  LOG_LEVEL: Joi.string().valid('fatal', 'error', 'warn', 'info', 'debug', 'silent').default('info'),
  /** off: a worker that a browser has from us is replaced by one that removes itself and all it kept. */
  OFFLINE_FORMS: Joi.string().valid('on', 'off').default('on'),
  DEFAULT_LANGUAGE: Joi.string().valid('es', 'en').default('es'),
}).unknown()

export type Config = ReturnType<typeof readConfig>

/** The settings are wrong: the message lists each variable and what it may be, and no value. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/**
 * Reads every setting at once, so that a bad deployment fails at start-up with the whole list.
 * @throws ConfigurationError naming each wrong variable and what it may be; no secret is ever printed.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const { value, error } = environment.validate(env, { abortEarly: false })
  if (error) throw new ConfigurationError(configurationText(error.details.map(wrongSetting)))
  return {
    /** Invented data and a clock that can be moved: every page says so. */
    demo: false as boolean,
    production: value.NODE_ENV === 'production',
    host: value.HOST as string,
    port: value.PORT as number,
    publicUrl: (value.PUBLIC_URL ?? `http://${value.HOST}:${value.PORT}`) as string,
    database: {
      uri: (value.MONGODB_URI ?? null) as string | null,
      dataDir: resolve(value.DATA_DIR as string),
    },
    timeZone: value.TIME_ZONE as string,
    policy: (value.COUNTING_POLICY ?? defaultPolicy) as CountingPolicy,
    scan: { cron: value.SCAN_CRON as string },
    trustedProxies: value.TRUSTED_PROXIES as number,
    session: { idleMinutes: value.SESSION_IDLE_MINUTES as number, hours: value.SESSION_HOURS as number },
    maxUploadBytes: (value.MAX_UPLOAD_MB as number) * 1024 * 1024,
    mail: { smtpUrl: (value.SMTP_URL ?? null) as string | null, from: value.MAIL_FROM as string },
    draftDays: value.DRAFT_DAYS as number,
    secretKey: (value.SECRET_KEY ?? null) as string | null,
    slowQueryMs: value.SLOW_QUERY_MS as number,
    logLevel: value.LOG_LEVEL as string,
    offlineForms: value.OFFLINE_FORMS === 'on',
    defaultLanguage: value.DEFAULT_LANGUAGE as 'es' | 'en',
  } as const
}

/** Which option of a list is wrong is said; a value that may hold a password is not. */
function wrongSetting({ path, context }: Joi.ValidationErrorItem): WrongSetting {
  const name = String(path[0])
  const thrown: unknown = context?.error
  return { name, part: name === 'COUNTING_POLICY' && thrown instanceof Error ? thrown.message : undefined }
}

/** @throws Error naming the option that is not known; joi reports it with the variable's name. */
function readPolicy(text: string): CountingPolicy {
  return text
    .split(',')
    .filter(part => part.trim() !== '')
    .reduce<CountingPolicy>((policy, part) => {
      const [name = '', value = ''] = part.split('=').map(each => each.trim())
      const reading = readPolicyOption(name, value)
      if (!reading.ok) throw new Error(`${reading.refusal}: ${part.trim()}`)
      return { ...policy, ...reading.policy }
    }, defaultPolicy)
}

/** @throws RangeError for a zone that is not known; joi reports it with the variable's name. */
function knownTimeZone(name: string): string {
  Intl.DateTimeFormat('en', { timeZone: name })
  return name
}
