import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { sendJson } from '../../../server/http/send-json.ts'

describe('a JSON answer sent as text', () => {
  const body = { items: [{ title: 'Información: «año», ẍ, 𝒳', empty: null, left: undefined }], next: null }
  const app = express().disable('etag')
  app.get('/text', (_req, res) => sendJson(res, body))
  app.get('/json', (_req, res) => {
    res.json(body)
  })

  const calls = [
    ['a plain call', 'get', {}],
    ['HEAD', 'head', {}],
    ['a call on condition', 'get', { 'If-None-Match': '"7"' }],
    ['a call on condition that there is nothing', 'get', { 'If-None-Match': '*' }],
  ] as const

  for (const [title, method, headers] of calls) {
    it(`is what Express would answer ${title}`, async () => {
      const [ours, theirs] = await Promise.all(
        ['/text', '/json'].map(path => request(app)[method](path).set(headers)),
      )
      const told = (reply: request.Response | undefined) => {
        const { date: _date, ...rest } = { ...reply?.headers }
        return { status: reply?.status, text: reply?.text, headers: rest }
      }
      expect(told(ours)).to.eql(told(theirs))
      expect(ours?.status).to.equal(title.endsWith('nothing') ? 304 : 200)
    })
  }
})
