import { AppError } from '../../server/errors.ts'

/** The code and details of the AppError that a promise fails with; null when it does not fail. */
export async function refusalOf(promise: Promise<unknown>): Promise<Record<string, unknown> | null> {
  try {
    await promise
    return null
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.details }
    throw error
  }
}
