// Pictures of pages, by the page's id and never by a path: the whole page, or a rectangle of it.
import { Box } from '../../../schemas/index.ts'
import { cutOut, forScreen } from '../../adapters/page-pictures.ts'
import { pageImage } from '../../store/page-image.ts'
import type { Route } from '../route.ts'
import type { Visit } from '../visit.tsx'

export const pictureRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/pages/:page/image',
    right: 'see',
    subject: 'page',
    handle: (visit) => picture(visit, forScreen),
  },
  { method: 'GET', path: '/pages/:page/crop', right: 'see', subject: 'page', handle: crop },
]

function crop(visit: Visit): Response | Promise<Response> {
  const box = Box.safeParse((visit.query('box') ?? '').split(',').map(Number))
  if (!box.success) return visit.wrong(400, { vi: 'Khung cắt không hợp lệ.', en: 'The rectangle is not valid.' })
  return picture(visit, (jpeg) => cutOut(jpeg, box.data))
}

async function picture(visit: Visit, made: (jpeg: Uint8Array) => Promise<Uint8Array>): Promise<Response> {
  const { store, run } = visit.desk
  const image = await pageImage(store.database, visit.params.page ?? '')
  if (image === undefined)
    return visit.wrong(404, { vi: 'Trang này chưa có ảnh.', en: 'There is no picture of this page yet.' })
  const bytes = await made(await run.tools.files.read(image.display))
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/jpeg' } })
}
