// The keys of this place and the cards of those it trusts, as files beside the workspace's data. Private keys never leave
// their file; with a passphrase (HOSO_KEYS_PASSPHRASE) they are encrypted in it.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KeyCard } from '../../schemas/index.ts'
import { EnvironmentError, UsageError } from '../core/errors.ts'

export interface OwnKeys {
  readonly fingerprint: string
  readonly card: KeyCard
  readonly sign: KeyObject
  readonly seal: KeyObject
}

export interface KnownPlace {
  readonly fingerprint: string
  readonly card: KeyCard
  readonly sign: KeyObject
  readonly seal: KeyObject
}

const folderOf = (workspace: string) => join(workspace, 'keys')
const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64')

/** Twenty hex digits of both public keys: short enough to be read out over the telephone. */
export const fingerprintOf = ({ sign, seal }: KeyCard): string =>
  createHash('sha256').update(`${sign}\n${seal}`).digest('hex').slice(0, 20)

/** Refuses where there are keys already: a new key would make a stranger of this place. */
export async function makeKeys(workspace: string, name: string, passphrase: string | undefined): Promise<OwnKeys> {
  const folder = folderOf(workspace)
  await mkdir(join(folder, 'trusted'), { recursive: true, mode: 0o700 })
  const [sign, seal] = [generateKeyPairSync('ed25519'), generateKeyPairSync('x25519')]
  const lock = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }
  const pem = [sign, seal]
    .map(({ privateKey }) => privateKey.export({ type: 'pkcs8', format: 'pem', ...lock }))
    .join('')
  const card: KeyCard = { kind: 'hoso-key-card', name, sign: spki(sign.publicKey), seal: spki(seal.publicKey) }
  await writeFile(join(folder, 'own.pem'), pem, { mode: 0o600, flag: 'wx' }).catch((cause: unknown) => {
    throw new UsageError('Nơi này đã có khóa. Dùng tiếp khóa đó; xem bằng `hoso keys`.', { cause })
  })
  await writeFile(join(folder, 'own.json'), `${JSON.stringify(card, undefined, 2)}\n`)
  return { fingerprint: fingerprintOf(card), card, sign: sign.privateKey, seal: seal.privateKey }
}

const blocks = /-----BEGIN [A-Z ]+-----[\s\S]+?-----END [A-Z ]+-----\n?/gu

export async function ownKeys(workspace: string, passphrase: string | undefined): Promise<OwnKeys> {
  const folder = folderOf(workspace)
  const pem = await readFile(join(folder, 'own.pem'), 'utf8').catch((cause: unknown) => {
    throw new UsageError('Nơi này chưa có khóa. Tạo bằng `hoso keys make --name "Tên đơn vị"`.', { cause })
  })
  const card = await cardIn(join(folder, 'own.json'))
  const [sign = '', seal = ''] = pem.match(blocks) ?? []
  const open = (key: string) => {
    try {
      return createPrivateKey({ key, ...(passphrase === undefined ? {} : { passphrase }) })
    } catch (cause) {
      throw new EnvironmentError(
        'Không mở được khóa riêng. Kiểm tra biến HOSO_KEYS_PASSPHRASE, hoặc lấy lại tệp khóa từ bản sao lưu.',
        { cause },
      )
    }
  }
  // Windows has no modes; elsewhere nobody else may read it.
  await chmod(join(folder, 'own.pem'), 0o600).catch(() => undefined)
  return { fingerprint: fingerprintOf(card), card, sign: open(sign), seal: open(seal) }
}

/** Undefined where this place has no keys yet: its dossiers are nobody else's then. */
export async function ownFingerprint(workspace: string): Promise<string | undefined> {
  const text = await readFile(join(folderOf(workspace), 'own.json'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : fingerprintOf(cardOf(text, 'own.json'))
}

export async function trust(workspace: string, file: string): Promise<KnownPlace> {
  const card = await cardIn(file)
  const folder = join(folderOf(workspace), 'trusted')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const place = placeOf(card)
  await writeFile(join(folder, `${place.fingerprint}.json`), `${JSON.stringify(card, undefined, 2)}\n`)
  return place
}

export async function trustedPlaces(workspace: string): Promise<KnownPlace[]> {
  const folder = join(folderOf(workspace), 'trusted')
  const names = await readdir(folder).catch((): string[] => [])
  const cards = await Promise.all(
    names.filter((name) => name.endsWith('.json')).map((name) => cardIn(join(folder, name))),
  )
  return cards.map(placeOf).sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
}

function placeOf(card: KeyCard): KnownPlace {
  const open = (key: string, type: string) => {
    const opened = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    if (opened.asymmetricKeyType !== type) throw new UsageError('Thẻ khóa không dùng được. Xin lại thẻ của đơn vị đó.')
    return opened
  }
  return { fingerprint: fingerprintOf(card), card, sign: open(card.sign, 'ed25519'), seal: open(card.seal, 'x25519') }
}

async function cardIn(file: string): Promise<KeyCard> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`Không đọc được thẻ khóa ${file}. Kiểm tra lại đường dẫn.`, { cause })
  })
  return cardOf(text, file)
}

function cardOf(text: string, file: string): KeyCard {
  try {
    return KeyCard.parse(JSON.parse(text))
  } catch (cause) {
    throw new UsageError(`Tệp ${file} không phải thẻ khóa. Xin lại thẻ của đơn vị đó (\`hoso keys card\`).`, { cause })
  }
}
