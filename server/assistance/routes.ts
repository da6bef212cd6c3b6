import type { Router } from 'express'
import type { Context } from '../context.ts'
import { registerRoutes } from '../http/register/register-routes.ts'
import { assistanceRegister } from './assistance-register.ts'

/** /api/v1/assistance: as every register of activities, with what came of each case. */
export function assistanceRoutes(context: Context): Router {
  return registerRoutes(context, assistanceRegister(context))
}
