// The picture of a rectangle of a page, beside what was read in it.
import type { Box } from '../../../schemas/index.ts'

export const cropPath = (pageId: string, box: Box): string =>
  `/pages/${encodeURIComponent(pageId)}/crop?box=${box.map((share) => share.toFixed(5)).join(',')}`

/** `alt` tells what the picture is of; what is written in it is for the eye alone. */
export function Crop({ pageId, box, alt }: { pageId: string; box: Box; alt: string }) {
  return <img class="crop" src={cropPath(pageId, box)} alt={alt} loading="lazy" decoding="async" />
}
