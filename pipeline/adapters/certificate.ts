// A self-signed certificate for the office network (pkijs), for where the office has none of its own.
import { createHash, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import { readFile } from 'node:fs/promises'
import * as asn1js from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CryptoEngine,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
} from 'pkijs'
import { EnvironmentError } from '../core/errors.ts'

const DAYS = 825
const MILLIS_A_DAY = 86_400_000
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const ids = {
  commonName: '2.5.4.3',
  altName: '2.5.29.17',
  constraints: '2.5.29.19',
  use: '2.5.29.37',
  server: '1.3.6.1.5.5.7.3.1',
}

export interface TlsFiles {
  readonly key: string
  readonly certificate: string
}

export async function selfSigned(host: string, now: Date): Promise<TlsFiles> {
  const engine = new CryptoEngine({ name: 'node', crypto: webcrypto })
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1js.Integer({ valueHex: positive(webcrypto.getRandomValues(new Uint8Array(16))) })
  const name = () =>
    new AttributeTypeAndValue({ type: ids.commonName, value: new asn1js.Utf8String({ value: 'hoso' }) })
  certificate.subject.typesAndValues.push(name())
  certificate.issuer.typesAndValues.push(name())
  certificate.notBefore.value = new Date(now.getTime() - MILLIS_A_DAY)
  certificate.notAfter.value = new Date(now.getTime() + DAYS * MILLIS_A_DAY)
  certificate.extensions = extensionsFor(host)
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine)
  await certificate.sign(keys.privateKey, 'SHA-256', engine)
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { key: pem('PRIVATE KEY', key), certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER()) }
}

function extensionsFor(host: string): Extension[] {
  const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock) =>
    new Extension({ extnID, critical, extnValue: value.toBER() })
  const named = new GeneralNames({ names: [generalName(host)] })
  return [
    extension(ids.constraints, true, new BasicConstraints({ cA: false }).toSchema()),
    extension(ids.use, false, new ExtKeyUsage({ keyPurposes: [ids.server] }).toSchema()),
    extension(ids.altName, false, named.toSchema()),
  ]
}

function generalName(host: string): GeneralName {
  if (isIP(host) !== 4) return new GeneralName({ type: 2, value: host })
  return new GeneralName({
    type: 7,
    value: new asn1js.OctetString({ valueHex: Uint8Array.from(host.split('.').map(Number)).buffer }),
  })
}

/** DER reads a leading one as a minus. */
function positive(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes, (byte, index) => (index === 0 ? (byte & 0x7f) | 1 : byte)).buffer
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/gu) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** SHA-256 of the certificate as browsers show it: compared once, it proves that the station is ours. */
export function fingerprint(certificate: string): string {
  const der = Buffer.from(certificate.replaceAll(/-----[^-]+-----|\s/gu, ''), 'base64')
  return (createHash('sha256').update(der).digest('hex').toUpperCase().match(/../gu) ?? []).join(':')
}

export async function givenCertificate(certificate: string, key: string): Promise<TlsFiles> {
  try {
    return { certificate: await readFile(certificate, 'utf8'), key: await readFile(key, 'utf8') }
  } catch (error) {
    throw new EnvironmentError('Không đọc được tệp chứng thư hoặc khóa. Hãy kiểm tra --tls-cert và --tls-key.', {
      cause: error,
    })
  }
}
