// What every answer carries, so that a page of ours can load nothing foreign, be framed by nobody and stay in no cache.
import type { Desk } from './desk.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Without a referrer of its own site a browser calls the origin of a form `null`; other sites are told nothing. */
const always: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

export function hardened(response: Response, path: string, { isSecure }: Pick<Desk, 'isSecure'>): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(always)) headers.set(name, value)
  // Our own style and script hold nothing of anybody; everything else is about people.
  headers.set('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store')
  if (isSecure) headers.set('strict-transport-security', 'max-age=31536000')
  return new Response(response.body, { status: response.status, headers })
}
