// A shelf in a bucket of an S3-compatible store. Keys of access stay in this process: a scan process is handed its file.
import { AwsClient } from 'aws4fetch'
import { createHash } from 'node:crypto'
import { EnvironmentError } from '../core/errors.ts'
import { xmlTexts } from './s3-list.ts'
import type { Shelf } from './shelf.ts'

export interface Bucket {
  /** Address of the store, without the bucket: `http://127.0.0.1:9000`. */
  readonly endpoint: string
  readonly bucket: string
  /** Before every name; '' or ending in a slash. */
  readonly prefix: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const retries = 4

export function s3Shelf({ endpoint, bucket, prefix, region, ...keys }: Bucket): Shelf {
  const client = new AwsClient({ ...keys, region, service: 's3', retries })
  const root = `${endpoint.replace(/\/+$/u, '')}/${bucket}`
  const addressOf = (name: string) => `${root}/${(prefix + name).split('/').map(encodeURIComponent).join('/')}`
  const ask = async (url: string, init: RequestInit, allowed: readonly number[]): Promise<Response> => {
    const response = await client.fetch(url, init).catch((cause: unknown) => {
      throw notThere(cause)
    })
    if (response.ok || allowed.includes(response.status)) return response
    throw notThere(new Error(`S3 ${init.method ?? 'GET'} answered ${response.status}`))
  }
  const keep = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    // The store refuses what does not arrive as it was sent.
    const headers = { 'content-md5': createHash('md5').update(bytes).digest('base64') }
    await ask(addressOf(name), { method: 'PUT', body: bytes, headers }, [])
  }
  return {
    size: async (name) => {
      const response = await ask(addressOf(name), { method: 'HEAD' }, [404])
      return response.status === 404 ? undefined : Number(response.headers.get('content-length'))
    },
    read: async (name) => new Uint8Array(await (await ask(addressOf(name), {}, [])).arrayBuffer()),
    keep: async (folder, source, nameOf) => {
      const parts: Uint8Array[] = []
      for await (const chunk of source) parts.push(chunk)
      const name = await nameOf()
      if (name !== undefined) await keep(folder === '' ? name : `${folder}/${name}`, joined(parts))
    },
    drop: async (folder) => {
      for (;;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: `${prefix}${folder}/` })
        const found = xmlTexts(await (await ask(`${root}?${query.toString()}`, {}, [])).text(), 'Key')
        for (const key of found) await ask(addressOf(key.slice(prefix.length)), { method: 'DELETE' }, [404])
        if (found.length === 0) return
      }
    },
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

const notThere = (cause: unknown) =>
  new EnvironmentError(
    'Kho lưu trữ S3 không trả lời hoặc từ chối. Hãy kiểm tra HOSO_FILES, HOSO_S3_ENDPOINT, khóa truy cập và mạng, rồi chạy lại.',
    { cause },
  )
