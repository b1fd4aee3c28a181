import { z } from 'zod'

/** The three levels of a state secret, lowest first: mật, tối mật, tuyệt mật (Luật Bảo vệ bí mật nhà nước). */
export const SecretLevel = z.enum(['confidential', 'secret', 'topSecret'])
export type SecretLevel = z.infer<typeof SecretLevel>

/** What the mark says on the paper: alone, in capitals, as a red stamp in a frame or printed under the number of the paper. */
export const secretMarks: Readonly<Record<SecretLevel, string>> = {
  confidential: 'MẬT',
  secret: 'TỐI MẬT',
  topSecret: 'TUYỆT MẬT',
}
