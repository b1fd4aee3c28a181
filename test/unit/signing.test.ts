// What comes back from the signing tool: believed only when it is sound from the bytes to the root.
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyDetached } from '../../pipeline/adapters/cms.ts'
import { pdfSignature } from '../../pipeline/adapters/pdf/signature.ts'
import { aSigner, type Signer, signedPdf } from '../support/signing.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const manifest = utf8('0123  data/dossiers/part-0001.json\n')
const at = new Date('2026-11-27T08:00:00Z')
const now = new Date('2026-11-27T09:00:00Z')

let signer: Signer
let stranger: Signer
beforeAll(async () => {
  signer = await aSigner('So Noi vu Tuyen Quang')
  stranger = await aSigner('Nguoi la')
})

describe('a detached signature', () => {
  it('over the manifest tells who signed, when, and under which root', async () => {
    const verified = await verifyDetached(await signer.sign(manifest, at), manifest, signer.rootPem, now)
    expect(verified).toEqual({
      signer: 'So Noi vu Tuyen Quang',
      serial: '0a1b',
      signedAt: '2026-11-27T08:00:00.000Z',
      chain: ['So Noi vu Tuyen Quang', 'Goc So Noi vu Tuyen Quang'],
    })
  })

  it('is the same in PEM', async () => {
    const der = Buffer.from(await signer.sign(manifest, at)).toString('base64')
    const pem = utf8(`-----BEGIN PKCS7-----\n${der.replaceAll(/(.{64})/gu, '$1\n')}\n-----END PKCS7-----\n`)
    expect((await verifyDetached(pem, manifest, signer.rootPem, now)).serial).toBe('0a1b')
  })

  it('is refused over other bytes', async () => {
    const signature = await signer.sign(manifest, at)
    await expect(verifyDetached(signature, utf8('0124  x\n'), signer.rootPem, now)).rejects.toThrow(
      /nội dung đã ký khác/u,
    )
  })

  it('is refused under another root, even by a certificate of the same name', async () => {
    const twin = await aSigner('So Noi vu Tuyen Quang')
    for (const other of [stranger, twin])
      await expect(verifyDetached(await other.sign(manifest, at), manifest, signer.rootPem, now)).rejects.toThrow(
        /chứng thư gốc/u,
      )
  })

  it('is refused when the certificate had run out at the time of signing, or the time is yet to come', async () => {
    const late = await signer.sign(manifest, new Date('2027-02-01T00:00:00Z'))
    await expect(verifyDetached(late, manifest, signer.rootPem, new Date('2027-02-02T00:00:00Z'))).rejects.toThrow(
      /hết hạn/u,
    )
    await expect(
      verifyDetached(await signer.sign(manifest, at), manifest, signer.rootPem, new Date('2026-11-20T00:00:00Z')),
    ).rejects.toThrow(/tương lai/u)
  })

  it('is refused when any byte of it was changed, and what is no signature is told so', async () => {
    const signature = await signer.sign(manifest, at)
    const spoilt = signature.slice()
    spoilt[spoilt.length - 3] = (spoilt[spoilt.length - 3] ?? 0) ^ 1
    await expect(verifyDetached(spoilt, manifest, signer.rootPem, now)).rejects.toThrow(/không hợp lệ/u)
    await expect(verifyDetached(utf8('hello'), manifest, signer.rootPem, now)).rejects.toThrow(/CMS/u)
    await expect(verifyDetached(signature, manifest, 'không có gì', now)).rejects.toThrow(/chứng thư gốc/u)
  })
})

describe('signed minutes', () => {
  const minutes = utf8('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n%%EOF\n')

  it('are those that were handed over, with one signature over the whole file', async () => {
    const { cms, covered } = pdfSignature(await signedPdf(minutes, signer, at), minutes)
    expect((await verifyDetached(cms, covered, signer.rootPem, now)).signer).toBe('So Noi vu Tuyen Quang')
  })

  it('are refused when something was added behind the signature', async () => {
    const grown = Buffer.concat([await signedPdf(minutes, signer, at), Buffer.from('\n10 0 obj <<>> endobj\n')])
    expect(() => pdfSignature(grown, minutes)).toThrow(/không bao trùm cả tệp/u)
  })

  it('are refused when a byte before the signature was changed', async () => {
    const signed = Buffer.from(await signedPdf(minutes, signer, at))
    expect(() =>
      pdfSignature(Buffer.from(signed.toString('latin1').replace('Catalog', 'Katalog'), 'latin1'), minutes),
    ).toThrow(/không phải biên bản/u)
    const { cms, covered } = pdfSignature(
      Buffer.from(signed.toString('latin1').replace('/Type/Sig', '/Type/Sag'), 'latin1'),
      minutes,
    )
    await expect(verifyDetached(cms, covered, signer.rootPem, now)).rejects.toThrow(/nội dung đã ký khác/u)
  })

  it('are refused when they are other minutes, or nobody signed them', async () => {
    const other = await signedPdf(utf8('%PDF-1.7\nkhác'), signer, at)
    expect(() => pdfSignature(other, minutes)).toThrow(/không phải biên bản/u)
    expect(() => pdfSignature(minutes, minutes)).toThrow(/không có chữ ký/u)
  })
})
