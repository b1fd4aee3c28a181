// What a password has to be: long, and not what everybody guesses first. No rules of composition, no forced change.

const SHORTEST = 12
const LONGEST = 200
const guessed = ['matkhau', 'password', 'qwerty', '123456', 'tuyenquang', 'abc123', 'vietnam', 'canbo', 'hosocanbo']

/** A Vietnamese sentence where it will not do. */
export function passwordProblem(password: string, account: string): string | undefined {
  const length = [...password].length
  if (length < SHORTEST) return `Mật khẩu phải có ít nhất ${SHORTEST} ký tự. Một câu dễ nhớ là tốt nhất.`
  if (length > LONGEST) return `Mật khẩu dài quá ${LONGEST} ký tự. Hãy chọn câu ngắn hơn.`
  const bare = password.toLowerCase().replace(/[^a-z0-9]/gu, '')
  const rest = [account, ...guessed].reduce((left, word) => left.replaceAll(word, ''), bare)
  if (bare.length > 0 && rest.length < 4) return 'Mật khẩu này quá dễ đoán. Hãy chọn một câu riêng của bạn.'
  return new Set(password).size < 5 ? 'Mật khẩu lặp lại quá ít ký tự. Hãy chọn một câu dài hơn.' : undefined
}
