import type { Router } from 'express'
import type { Context } from '../context.ts'
import { registerRoutes } from '../http/register/register-routes.ts'
import { trainingRegister } from './training-register.ts'

/** /api/v1/trainings: as every register of activities. */
export function trainingRoutes(context: Context): Router {
  return registerRoutes(context, trainingRegister(context))
}
