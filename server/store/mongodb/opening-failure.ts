import { mongo } from 'mongoose'
import { AppError } from '../../errors.ts'
import { failureOf } from './failure.ts'

/** Of OpenSSL and of certificates; a server that asks for TLS ends a connection that begins without, and the other way round. */
const tlsCodes = /^(ERR_SSL_|ERR_TLS_|CERT_|EPROTO$|UNABLE_TO_|(DEPTH_ZERO_)?SELF_SIGNED_)/
const tlsWords = /connection \S+ to \S+ closed|secure TLS connection was (not )?established|certificate/

/**
 * Why MongoDB could not be opened, by what there is to mend: the address, the account, TLS, or the server. The
 * driver's words stay here: they may repeat the address, with its password.
 */
export function openingFailure(error: unknown, hosts: string): unknown {
  if (isOfAddress(error)) return new AppError('database-address-wrong', { host: hosts })
  if (faultsIn(error).some(isOfTls)) return new AppError('database-tls-refused', { host: hosts })
  if (codeOf(error) !== null && isSystemError(error))
    return new AppError('database-unreachable', { host: hosts })
  return failureOf(error, hosts)
}

/** An option that is not known or does not fit, a password that is not encoded, a certificate's file that is not there. */
function isOfAddress(error: unknown): boolean {
  return (
    // The parser of addresses has a class of that name for itself.
    (error instanceof Error && error.name === 'MongoParseError') ||
    error instanceof mongo.MongoInvalidArgumentError ||
    error instanceof mongo.MongoMissingCredentialsError ||
    error instanceof TypeError ||
    codeOf(error) === 'ENOENT'
  )
}

/** What each server was last lost to, and what that was caused by. */
function faultsIn(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return []
  const reason: unknown = 'reason' in error ? error.reason : null
  if (!(reason instanceof Object && 'servers' in reason && reason.servers instanceof Map))
    return withCauses(error)
  return [...reason.servers.values()].flatMap(({ error: lost }) =>
    lost instanceof Error ? withCauses(lost) : [],
  )
}

function withCauses(error: Error): readonly Error[] {
  return error.cause instanceof Error ? [error, ...withCauses(error.cause)] : [error]
}

function isOfTls(error: Error): boolean {
  return tlsCodes.test(codeOf(error) ?? '') || tlsWords.test(error.message)
}

/** Of the system or the resolver: a name that is not found, for one. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
