// Self-made certificates and signatures, as an agency's signing tool would give them back. Keys live for one test.
import { webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  setEngine,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }

export interface Signer {
  /** The root, as the agency hands it out. */
  readonly rootPem: string
  sign(content: Uint8Array, at: Date): Promise<Uint8Array>
}

/** A root and one certificate under it, valid for the year 2026. */
export async function aSigner(name: string): Promise<Signer> {
  setEngine('test', new CryptoEngine({ name: 'test', crypto: webcrypto }))
  const [rootKeys, keys] = await Promise.all([keyPair(), keyPair()])
  const root = await certificateOf(
    { serial: [1], subject: `Goc ${name}`, issuer: `Goc ${name}`, isRoot: true },
    rootKeys,
    rootKeys,
  )
  const leaf = await certificateOf(
    { serial: [0x0a, 0x1b], subject: name, issuer: `Goc ${name}`, isRoot: false },
    keys,
    rootKeys,
  )
  return {
    rootPem: pemOf(root),
    sign: (content, at) => signed(content, at, leaf, keys.privateKey),
  }
}

interface Named {
  readonly serial: readonly number[]
  readonly subject: string
  readonly issuer: string
  readonly isRoot: boolean
}

async function certificateOf(
  { serial, subject, issuer, isRoot }: Named,
  keys: webcrypto.CryptoKeyPair,
  issuerKeys: webcrypto.CryptoKeyPair,
): Promise<Certificate> {
  const made = new Certificate({ version: 2 })
  made.serialNumber = new asn1js.Integer({ valueHex: Uint8Array.from(serial).buffer })
  const name = (value: string) =>
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value }) })
  made.subject.typesAndValues.push(name(subject))
  made.issuer.typesAndValues.push(name(issuer))
  made.notBefore.value = new Date('2026-01-01T00:00:00Z')
  made.notAfter.value = new Date('2026-12-31T00:00:00Z')
  const usage = new asn1js.BitString({
    valueHex: Uint8Array.from([isRoot ? 0x06 : 0x80]).buffer,
    unusedBits: isRoot ? 1 : 7,
  })
  const extension = (extnID: string, value: asn1js.BaseBlock) =>
    new Extension({ extnID, critical: true, extnValue: value.toBER(false), parsedValue: value })
  made.extensions = [
    extension('2.5.29.19', new BasicConstraints({ cA: isRoot }).toSchema()),
    extension('2.5.29.15', usage),
  ]
  await made.subjectPublicKeyInfo.importKey(keys.publicKey)
  await made.sign(issuerKeys.privateKey, 'SHA-256')
  return Certificate.fromBER(made.toSchema(true).toBER(false))
}

const pemOf = (certificate: Certificate): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.toSchema().toBER(false)).toString('base64')}\n-----END CERTIFICATE-----\n`

const keyPair = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

async function signed(
  content: Uint8Array,
  at: Date,
  certificate: Certificate,
  key: webcrypto.CryptoKey,
): Promise<Uint8Array> {
  const digest = await webcrypto.subtle.digest('SHA-256', new Uint8Array(content))
  const attribute = (type: string, value: asn1js.BaseBlock) => new Attribute({ type, values: [value] })
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })),
        attribute('1.2.840.113549.1.9.5', new asn1js.UTCTime({ valueDate: at })),
        attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: digest })),
      ],
    }),
  })
  const data = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    signerInfos: [info],
    certificates: [certificate],
  })
  await data.sign(key, 0, 'SHA-256', new Uint8Array(content).buffer)
  const whole = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: data.toSchema(true) })
  return new Uint8Array(whole.toSchema().toBER())
}

const room = 8192

/** The file with a signature added behind it, as PDF tools do: what was there stays byte for byte. */
export async function signedPdf(pdf: Uint8Array, signer: Signer, at: Date): Promise<Uint8Array> {
  const before = Buffer.concat([Buffer.from(pdf), Buffer.from('\n9 0 obj <</Type/Sig /Contents ')])
  const range = (length: number, rest: number) =>
    ` /ByteRange [0 ${length} ${length + room + 2} ${String(rest).padStart(10, ' ')}]>> endobj\n%%EOF\n`
  const after = Buffer.from(range(before.length, range(before.length, 0).length))
  const cms = await signer.sign(Buffer.concat([before, after]), at)
  const hole = `<${Buffer.from(cms).toString('hex').padEnd(room, '0')}>`
  return Buffer.concat([before, Buffer.from(hole), after])
}
