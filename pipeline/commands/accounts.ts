// `hoso accounts`: who may sign in at the review station. Passwords are made here and printed once; nobody types one on a
// command line, where it would stay in the history.
import { Account, Grant } from '../../schemas/index.ts'
import { hashPassword, randomToken } from '../adapters/passwords.ts'
import { reviewFolder } from '../adapters/review-folder.ts'
import { UsageError } from '../core/errors.ts'
import { everyAgency } from '../core/rights.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { accountOf, allAccounts, keepAccount } from '../store/accounts.ts'
import { allAgencies } from '../store/agencies.ts'
import { appendEntry } from '../store/audit-log.ts'
import type { Store } from '../store/database.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { wordOf } from './list-file.ts'

type Call = Parameters<Command['run']>[0]

export const accounts: Command = {
  name: 'accounts',
  vi: 'Tài khoản của trạm rà soát: lập (add), liệt kê (list), khóa (disable), mở lại (enable), cấp mật khẩu mới (password).',
  en: 'Accounts of the review station: add, list, disable, enable, password.',
  argument: '[words...]',
  options: [
    { flags: '--name <text>', vi: 'add: họ và tên', en: 'add: full name' },
    {
      flags: '--role <role>',
      vi: 'add: entry (nhập, sửa), check (kiểm tra), approve (phê duyệt), administer (quản trị); nhiều vai trò cách nhau bằng dấu phẩy',
      en: 'add: entry, check, approve, administer; several by commas',
    },
    {
      flags: '--agency <code>',
      vi: `add: đơn vị và cấp dưới; ${everyAgency} là tất cả`,
      en: `add: agency and below; ${everyAgency} for all`,
    },
    json,
  ],
  examples: [
    'hoso accounts add lan.mt --name "Ma Thị Lan" --role entry --agency TQ-SNV',
    'hoso accounts list',
    'hoso accounts disable lan.mt',
    'hoso accounts password lan.mt',
  ],
  run: async (call) => {
    const word = wordOf(call.words, ['add', 'list', 'disable', 'enable', 'password'])
    await using store = await openWorkspace(call.config, call.terminal.environment)
    if (word === 'list') return await list(call, store)
    if (word === 'add') return await add(call, store)
    if (word === 'disable' || word === 'enable' || word === 'password') return await change(call, store, word)
    throw new UsageError('Thiếu việc cần làm: add, list, disable, enable hoặc password. Xem `hoso accounts --help`.')
  },
}

async function list({ options, terminal }: Call, store: Store): Promise<number> {
  const all = (await allAccounts(store.database)).map(({ passwordHash: _hash, ...told }) => told)
  if (options.json) printJson(terminal, all)
  else
    for (const { account, name, grants, isDisabled } of all)
      terminal.out(
        `${[account, name, grants.map(({ role, agency }) => `${role}@${agency}`).join(' '), isDisabled ? 'khóa' : ''].join('\t')}\n`,
      )
  return exitCodes.done
}

async function add(call: Call, store: Store): Promise<number> {
  const { options } = call
  const roles = String(options.role ?? '').split(',')
  const grants = Grant.array().safeParse(roles.map((role) => ({ role: role.trim(), agency: options.agency ?? '' })))
  if (!grants.success)
    throw new UsageError('Cần --role (entry, check, approve, administer) và --agency. Xem `hoso accounts --help`.')
  await knownAgency(store, grants.data)
  const secret = randomToken().slice(0, 20)
  const wanted = Account.safeParse({
    account: call.words[1],
    name: options.name,
    passwordHash: await hashPassword(secret),
    grants: grants.data,
    isDisabled: false,
  })
  if (!wanted.success)
    throw new UsageError(
      'Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm (2–64 ký tự), và cần --name. Ví dụ: hoso accounts add lan.mt --name "Ma Thị Lan".',
    )
  if ((await accountOf(store.database, wanted.data.account)) !== undefined)
    throw new UsageError('Tên đăng nhập này đã có. Hãy chọn tên khác, hoặc dùng password, enable.')
  await kept(call, store, wanted.data, 'account_added')
  call.terminal.out(`${secret}\n`)
  return exitCodes.done
}

async function knownAgency(store: Store, grants: readonly Grant[]): Promise<void> {
  const codes = new Set((await allAgencies(store.database)).map(({ code }) => code))
  if (grants.some(({ agency }) => agency !== everyAgency && !codes.has(agency)))
    throw new UsageError('Không có đơn vị nào mang mã này. Xem các mã bằng `hoso agencies`.')
}

async function change(call: Call, store: Store, word: 'disable' | 'enable' | 'password'): Promise<number> {
  const known = await accountOf(store.database, call.words[1] ?? '')
  if (known === undefined) throw new UsageError('Không có tài khoản này. Xem các tài khoản bằng `hoso accounts list`.')
  if (word !== 'password') {
    await kept(call, store, { ...known, isDisabled: word === 'disable' }, `account_${word}d`)
    return exitCodes.done
  }
  const secret = randomToken().slice(0, 20)
  await kept(call, store, { ...known, passwordHash: await hashPassword(secret) }, 'password_reset')
  call.terminal.out(`${secret}\n`)
  return exitCodes.done
}

async function kept({ config }: Call, store: Store, account: Account, action: string): Promise<void> {
  const key = await reviewFolder(config.workspace).auditKey()
  const event = {
    at: new Date(Date.now()),
    account: '',
    action,
    subject: account.account,
    facts: { by: 'command line' },
  }
  await store.database.$transaction(async (transaction) => {
    await keepAccount(transaction, account)
    await appendEntry(transaction, event, key)
  })
}
