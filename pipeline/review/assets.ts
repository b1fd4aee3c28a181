// The station's own stylesheet, scripts and signs.
import type { Route } from './route.ts'

export const assetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/assets/:name',
    right: 'anybody',
    subject: 'none',
    handle: ({ desk, params }) => {
      const asset = desk.assets.get(params.name ?? '')
      if (asset === undefined) return new Response('', { status: 404 })
      return new Response(new Uint8Array(asset.bytes), { headers: { 'content-type': asset.mime } })
    },
  },
]
