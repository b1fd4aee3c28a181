// Where the files of a workspace lie: the one place that chooses the shelf, and that seals it.
import { createFiles } from '../adapters/files.ts'
import { s3Shelf } from '../adapters/s3-shelf.ts'
import { sealedShelf } from '../adapters/sealed-shelf.ts'
import { folderShelf } from '../adapters/shelf.ts'
import type { Config } from '../core/config.ts'
import { UsageError } from '../core/errors.ts'
import type { Files } from '../core/stage.ts'
import type { Store } from '../store/database.ts'

/** In the workspace, or in a bucket: `HOSO_FILES=s3://bucket/prefix`. */
export function openFiles(
  config: Pick<Config, 'workspace' | 'files' | 's3Endpoint' | 's3Region' | 's3Key' | 's3Secret'>,
  { vault }: Pick<Store, 'vault'>,
): Files {
  if (config.files === undefined) return createFiles(config.workspace, sealedShelf(folderShelf(config.workspace), vault))
  const place = /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]+)(?:\/(?<prefix>[\w./-]*))?$/u.exec(config.files)?.groups
  const { s3Endpoint: endpoint, s3Region: region, s3Key: accessKeyId, s3Secret: secretAccessKey } = config
  if (place?.bucket === undefined || !endpoint || !accessKeyId || !secretAccessKey)
    throw new UsageError(
      'HOSO_FILES phải có dạng s3://kho/tiền-tố, kèm HOSO_S3_ENDPOINT, AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY. Để trống thì tệp nằm trong thư mục làm việc.',
    )
  const prefix = place.prefix ? `${place.prefix.replace(/\/+$/u, '')}/` : ''
  const bucket = { endpoint, bucket: place.bucket, prefix, region, accessKeyId, secretAccessKey }
  return createFiles(config.workspace, sealedShelf(s3Shelf(bucket), vault))
}
