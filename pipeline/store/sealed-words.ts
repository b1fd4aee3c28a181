// A sealed word: the keys that opened together, and AES-256-GCM over the JSON of what it stands for. The nonce is made from the
// content, so that equal content of a dossier gives equal words: rows can be compared, and the same run writes the same bytes.
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16
const form = '§([0-9a-f]{12}(?:\\+[0-9a-f]{12})*)\\.([A-Za-z0-9_-]{38,})'
const inJson = new RegExp(`"${form}"`, 'gu')
const inText = new RegExp(form, 'gu')

export interface WordKey {
  readonly seal: Buffer
  readonly nonce: Buffer
}

/** Of several dossiers: whoever lacks one of the keys has none. */
export function wordKey(keys: readonly Buffer[]): WordKey {
  const derive = (use: string) => {
    const hmac = createHmac('sha256', keys[0] ?? '').update(use)
    for (const key of keys) hmac.update(key)
    return hmac.digest()
  }
  return { seal: derive('hoso word seal'), nonce: derive('hoso word nonce') }
}

export function sealWord(leaf: unknown, ids: string, key: WordKey): string {
  const plain = Buffer.from(JSON.stringify(leaf), 'utf8')
  const nonce = createHmac('sha256', key.nonce).update(plain).digest().subarray(0, nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key.seal, nonce)
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return `§${ids}.${sealed.toString('base64url')}`
}

/** The JSON it stands for; undefined where it was changed. */
function openWord(word: string, key: WordKey): string | undefined {
  const bytes = Buffer.from(word, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key.seal, bytes.subarray(0, nonceBytes))
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
  try {
    const plain = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes))
    return Buffer.concat([plain, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** The key ids of all words in a text. */
export function idsIn(text: string): string[] {
  return [...text.matchAll(inText)].flatMap(([, ids]) => ids ?? [])
}

/** Words whose key is gone stay as they are: nobody can read them. */
export function openWords(text: string, isJson: boolean, keyOf: (ids: string) => WordKey | undefined): string {
  return text.replace(isJson ? inJson : inText, (word, ids: string, sealed: string) => {
    const key = keyOf(ids)
    const json = key === undefined ? undefined : openWord(sealed, key)
    if (json === undefined) return word
    return isJson ? json : plainOf(json)
  })
}

function plainOf(json: string): string {
  const value: unknown = JSON.parse(json)
  return typeof value === 'string' ? value : json
}
