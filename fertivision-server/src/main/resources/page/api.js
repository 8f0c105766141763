// The one way to the server: the same /v1 routes as every other client, with the cookie of the session.
import { t } from './words.js'

let session = null
let left = () => {}
let usedAt = Date.now()

/** What the server refused, in its own words. */
export class Problem extends Error {
  constructor(status, document) {
    super(document.detail || document.title || `HTTP ${status}`)
    this.status = status
    this.code = document.code || ''
    this.document = document
  }
}

/** Who is signed in, or null. */
export const who = () => session

/** Whether the person may. */
export const may = scope => Boolean(session && session.scopes.includes(scope))

/** Hears when the session is over. */
export function onLeft(listener) { left = listener }

/** Milliseconds since the server heard of this page. */
export const idleMillis = () => Date.now() - usedAt

/** Sends a request; the answer is its Response, which is not a refusal. */
export async function send(method, path, { json, body, headers = {}, signal } = {}) {
  const all = { ...headers }
  if (json !== undefined) {
    all['Content-Type'] = 'application/json'
  }
  if (method !== 'GET' && session) {
    all['X-CSRF-Token'] = session.csrfToken
  }
  let answer
  try {
    answer = await fetch(path, {
      method, headers: all, signal, body: json === undefined ? body : JSON.stringify(json), credentials: 'same-origin',
    })
  } catch (e) {
    if (e.name === 'AbortError') throw e
    throw new Problem(0, { detail: t('error.network') })
  }
  usedAt = Date.now()
  if (answer.ok) {
    return answer
  }
  const problem = new Problem(answer.status, await answer.json().catch(() => ({})))
  if (answer.status === 401 && session && !path.startsWith('/v1/session')) {
    session = null
    left()
  }
  throw problem
}

/** The document of a path. */
export async function get(path) {
  return (await send('GET', path)).json()
}

/** The document that comes of a change, if there is one. */
export async function change(method, path, json, headers) {
  const answer = await send(method, path, { json, headers })
  return answer.status === 204 ? null : answer.json()
}

/** Who is signed in already, or null. */
export async function resume() {
  try {
    session = await get('/v1/session')
  } catch (e) {
    if (e.status !== 401) throw e
    session = null
  }
  return session
}

/** Signs in. */
export async function signIn(clinic, login, password) {
  session = null
  session = await change('POST', '/v1/session', { clinic, login, password })
}

/** Signs out; whatever the server says, nobody is signed in here any more. */
export async function signOut() {
  try {
    await change('DELETE', '/v1/session')
  } finally {
    session = null
  }
}

const kept = new Map()

/** A document that does not change while the page is open. */
export function once(path) {
  if (!kept.has(path)) {
    kept.set(path, get(path).catch(e => { kept.delete(path); throw e }))
  }
  return kept.get(path)
}
