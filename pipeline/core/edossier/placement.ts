// Where a page's pictures lie on the sheet of an archive file, so that the page stands upright and level, as its words were
// read, though not one byte of a picture is changed.
import type { DeliveredPicture, PageImage } from '../../../schemas/index.ts'
import { type Affine, chain, moved, rotated, scaled, turnedBy, upsideDown } from '../affine.ts'

const pointsPerInch = 72

export interface ArchiveSheet {
  /** In points. */
  readonly width: number
  readonly height: number
  /** From a picture's own unit square onto the sheet, for each picture. */
  readonly places: readonly Affine[]
}

/** The upright image as made for people tells the size: the scan turned, then made level about its middle. */
export function archiveSheet(
  image: Pick<PageImage, 'width' | 'height' | 'dpi' | 'turn' | 'skewDegrees'>,
  pictures: readonly Pick<DeliveredPicture, 'place'>[],
): ArchiveSheet {
  const width = (image.width / image.dpi) * pointsPerInch
  const height = (image.height / image.dpi) * pointsPerInch
  const middle = [width / 2, height / 2] as const
  const toSheet = chain(
    turnedBy(image.turn),
    scaled(width, height),
    moved(-middle[0], -middle[1]),
    rotated(-image.skewDegrees),
    moved(...middle),
    scaled(1, -1),
    moved(0, height),
  )
  return { width, height, places: pictures.map(({ place }) => chain(place, toSheet)) }
}

/** The working image itself: upright and level already. */
export const uprightSheet = (image: Pick<PageImage, 'width' | 'height' | 'dpi'>): ArchiveSheet =>
  archiveSheet({ ...image, turn: 0, skewDegrees: 0 }, [{ place: [...upsideDown] }])
