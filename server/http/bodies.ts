import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import express, { type RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { refuseHostileKeys } from './hostile-keys.ts'

const limit = 256 * 1024

/**
 * Reads JSON bodies: UTF-8, uncompressed, at most 256 kB.
 * @throws AppError 'unsupported-media-type', 'body-not-json', 'body-too-big', 'invalid-input' (hostile keys)
 */
export function jsonBodies(): RequestHandler[] {
  return [requireJson, express.json({ limit, inflate: false, verify: requireUtf8 }), refuseHostileBody]
}

/** Reads the forms of our pages: no nesting, so that `a[$ne]=1` is a plain key. */
export function formBodies(): RequestHandler[] {
  const form = express.urlencoded({
    limit,
    inflate: false,
    extended: false,
    parameterLimit: 500,
    verify: requireUtf8,
  })
  return [form, refuseHostileBody]
}

const requireJson: RequestHandler = (req, _res, next) => {
  // req.is() is null without a body and false for another type; clients say "0 bytes" without any type.
  const isOther = req.is('application/json') === false && req.get('Content-Length') !== '0'
  next(isOther ? new AppError('unsupported-media-type') : undefined)
}

const refuseHostileBody: RequestHandler = (req, _res, next) => {
  refuseHostileKeys(req.body)
  next()
}

function requireUtf8(_req: IncomingMessage, _res: unknown, body: Buffer, charset: string): void {
  if (charset.toLowerCase() !== 'utf-8') throw new AppError('unsupported-media-type')
  if (!isUtf8(body)) throw new AppError('body-not-json')
}
