// Verifies signatures in CMS (RFC 5652) over bytes we hold: the digest, the signature, the signer's certificate up to a root
// the agency gave, at the time of signing. Nothing is fetched, so whether a certificate was revoked is not known here.
import { webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  Certificate,
  CertificateChainValidationEngine,
  ContentInfo,
  CryptoEngine,
  IssuerAndSerialNumber,
  setEngine,
  SignedData,
  type SignerInfo,
} from 'pkijs'
import { UsageError } from '../core/errors.ts'

export interface VerifiedSignature {
  /** Common name of the certificate, else its whole subject. */
  readonly signer: string
  readonly serial: string
  /** As the signer's machine said; ISO, UTC. */
  readonly signedAt: string
  /** From the signer up to the root. */
  readonly chain: readonly string[]
}

const ids = {
  commonName: '2.5.4.3',
  signingTime: '1.2.840.113549.1.9.5',
  messageDigest: '1.2.840.113549.1.9.4',
  keyUsage: '2.5.29.15',
  signedData: '1.2.840.113549.1.7.2',
} as const
/** Clocks of two offices differ a little. */
const clockSlackMillis = 10 * 60_000

const refuse = (what: string): UsageError =>
  new UsageError(`Chữ ký số không hợp lệ: ${what}. Không nhận tệp này; ký lại bằng công cụ ký của cơ quan.`)

/** Throws UsageError with what is wrong. `content` is what must have been signed. */
export async function verifyDetached(
  signature: Uint8Array,
  content: Uint8Array,
  certificates: string,
  now: Date,
): Promise<VerifiedSignature> {
  setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto }))
  const given = certificatesIn(certificates)
  const signed = signedDataIn(signature)
  const [info, ...others] = signed.signerInfos
  if (info === undefined || others.length > 0) throw refuse('tệp phải có đúng một chữ ký')
  const own = (signed.certificates ?? []).filter((each): each is Certificate => each instanceof Certificate)
  const signer = [...own, ...given].find((each) => isSignerOf(each, info))
  if (signer === undefined) throw refuse('không có chứng thư của người ký')
  signed.certificates = [signer]
  const isSound = await signed
    .verify({ signer: 0, data: new Uint8Array(content).buffer, checkChain: false })
    .catch(() => false)
  if (!isSound || !hasDigest(info)) throw refuse('nội dung đã ký khác nội dung của gói')
  const at = signingTime(info)
  if (at.getTime() > now.getTime() + clockSlackMillis) throw refuse('thời điểm ký nằm ở tương lai')
  if (!maySign(signer)) throw refuse('chứng thư không dùng để ký')
  return {
    signer: nameOf(signer),
    serial: Buffer.from(signer.serialNumber.valueBlock.valueHexView).toString('hex'),
    signedAt: at.toISOString(),
    chain: await chainOf(signer, [...own, ...given], given.filter(isRoot), at),
  }
}

/** DER, or the same in PEM. */
function signedDataIn(signature: Uint8Array): SignedData {
  const text = Buffer.from(signature).toString('latin1')
  const [pem] = pemBlocks(text)
  try {
    const info = ContentInfo.fromBER(new Uint8Array(pem ?? signature).buffer)
    if (info.contentType !== ids.signedData) throw new RangeError('not signed data')
    return new SignedData({ schema: info.content })
  } catch {
    throw refuse('tệp không phải chữ ký dạng CMS (PKCS#7)')
  }
}

/** PEM blocks of any name, as bytes. */
const pemBlocks = (text: string): Buffer[] =>
  [...text.matchAll(/-----BEGIN [A-Z0-9 ]+-----(?<body>[A-Za-z0-9+/=\s]+)-----END/gu)].map(({ groups }) =>
    Buffer.from((groups?.body ?? '').replaceAll(/\s+/gu, ''), 'base64'),
  )

function certificatesIn(pem: string): Certificate[] {
  try {
    const all = pemBlocks(pem).map((bytes) => Certificate.fromBER(new Uint8Array(bytes).buffer))
    if (all.some(isRoot)) return all
  } catch {
    throw new UsageError('Tệp chứng thư không đọc được. Xuất chứng thư của cơ quan ra dạng PEM rồi thử lại.')
  }
  throw new UsageError('Tệp chứng thư không có chứng thư gốc. Thêm chứng thư gốc (PEM) của tổ chức cấp vào tệp.')
}

const isRoot = ({ issuer, subject }: Certificate): boolean => issuer.isEqual(subject)

function isSignerOf({ issuer, serialNumber, extensions }: Certificate, { sid }: SignerInfo): boolean {
  const named: unknown = sid
  if (named instanceof IssuerAndSerialNumber)
    return serialNumber.isEqual(named.serialNumber) && issuer.isEqual(named.issuer)
  const keyId: unknown = extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue
  return (
    keyId instanceof asn1js.OctetString &&
    named instanceof asn1js.Primitive &&
    Buffer.from(keyId.valueBlock.valueHexView).equals(Buffer.from(named.valueBlock.valueHexView))
  )
}

const attribute = (info: SignerInfo, type: string): unknown =>
  info.signedAttrs?.attributes.find((each) => each.type === type)?.values[0]

/** Signed attributes without a digest would sign nothing of ours. */
const hasDigest = (info: SignerInfo): boolean =>
  info.signedAttrs === undefined || attribute(info, ids.messageDigest) instanceof asn1js.OctetString

function signingTime(info: SignerInfo): Date {
  const told = attribute(info, ids.signingTime)
  if (told instanceof asn1js.UTCTime || told instanceof asn1js.GeneralizedTime) return told.toDate()
  throw refuse('chữ ký không ghi thời điểm ký')
}

/** Bits 0 and 1: digital signature, content commitment (RFC 5280, 4.2.1.3); a certificate may leave it open. */
function maySign({ extensions }: Certificate): boolean {
  const usage: unknown = extensions?.find(({ extnID }) => extnID === ids.keyUsage)?.parsedValue
  if (!(usage instanceof asn1js.BitString)) return true
  return ((usage.valueBlock.valueHexView[0] ?? 0) & 0b1100_0000) !== 0
}

async function chainOf(signer: Certificate, known: Certificate[], roots: Certificate[], at: Date): Promise<string[]> {
  const others = known.filter((each) => each !== signer && !isRoot(each))
  const engine = new CertificateChainValidationEngine({
    trustedCerts: roots,
    certs: [...others, signer],
    checkDate: at,
  })
  const { result, certificatePath } = await engine.verify()
  if (!result) throw refuse('chứng thư không nối được tới chứng thư gốc đã cho, hoặc hết hạn vào lúc ký')
  return (certificatePath ?? []).map(nameOf)
}

function nameOf({ subject }: Certificate): string {
  const common = subject.typesAndValues.find(({ type }) => type === ids.commonName)
  const all = subject.typesAndValues.map(({ value }) => String(value.valueBlock.value))
  return common === undefined ? all.join(', ') : String(common.value.valueBlock.value)
}
