// Settings: flag over environment over hoso.config.json over default. A flag has no default of its own.
import { z } from 'zod'
import { ModelName } from '../../schemas/index.ts'
import { UsageError } from './errors.ts'

interface Setting<T extends z.ZodType> {
  readonly schema: T
  readonly env: string
  readonly vi: string
  readonly en: string
}
const setting = <T extends z.ZodType>(schema: T, env: string, vi: string, en: string): Setting<T> => ({
  schema,
  env,
  vi,
  en,
})

/** Every setting, with the sentence that `--help` and the README print. */
export const settings = {
  workspace: setting(z.string().default('./workspace'), 'HOSO_WORKSPACE', 'Thư mục làm việc', 'Workspace folder'),
  databaseUrl: setting(
    z.string().optional(),
    'DATABASE_URL',
    'Máy chủ PostgreSQL; để trống thì chạy bản kèm theo',
    'PostgreSQL server; empty runs the embedded one',
  ),
  files: setting(
    z.string().optional(),
    'HOSO_FILES',
    'Kho tệp S3 chung của các máy (s3://kho/tiền-tố); để trống thì trong thư mục làm việc',
    'S3-compatible store that machines share (s3://bucket/prefix); empty keeps files in the workspace',
  ),
  s3Endpoint: setting(z.string().optional(), 'HOSO_S3_ENDPOINT', 'Địa chỉ kho S3', 'Address of the S3 store'),
  s3Region: setting(z.string().default('us-east-1'), 'AWS_REGION', 'Vùng của kho S3', 'Region of the S3 store'),
  s3Key: setting(z.string().optional(), 'AWS_ACCESS_KEY_ID', 'Mã khóa kho S3', 'Key id of the S3 store'),
  s3Secret: setting(z.string().optional(), 'AWS_SECRET_ACCESS_KEY', 'Khóa bí mật kho S3', 'Secret key of the S3 store'),
  workers: setting(
    z.coerce.number().int().min(1).max(64).default(2),
    'HOSO_WORKERS',
    'Số trang xử lý cùng lúc',
    'Pages handled at once',
  ),
  agency: setting(z.string().default('TQ'), 'HOSO_AGENCY', 'Mã đơn vị của đợt số hóa', 'Agency code of the batch'),
  lang: setting(z.enum(['vi', 'en']).default('vi'), 'HOSO_LANG', 'Ngôn ngữ thông báo', 'Language of messages'),
  renderDpi: setting(
    z.coerce.number().min(100).max(600).default(300),
    'HOSO_RENDER_DPI',
    'Độ phân giải dựng trang PDF',
    'Resolution at which PDF pages are drawn',
  ),
  readingDpi: setting(
    z.coerce.number().min(100).max(600).default(200),
    'HOSO_READING_DPI',
    'Độ phân giải đưa vào nhận dạng',
    'Resolution given to the engine',
  ),
  forms: setting(
    z.string().min(1).optional(),
    'HOSO_FORMS',
    'Thư mục mẫu biểu riêng của đơn vị, thêm vào các mẫu có sẵn',
    "Folder of the agency's own form templates, added to those that come with the program",
  ),
  models: setting(
    z.enum(['own,stock', 'stock,own', 'own', 'stock']).default('own,stock'),
    'HOSO_MODELS',
    'Mô hình nhận dạng: mô hình đầu đọc trang, mô hình sau (nếu có) đọc lại từng giá trị',
    'Recognition models: the first reads pages, the second (if any) reads single values again',
  ),
  maxPages: setting(
    z.coerce.number().int().positive().default(2000),
    'HOSO_MAX_PAGES',
    'Số trang tối đa của một tệp',
    'Most pages of one scan',
  ),
  maxPagePixels: setting(
    z.coerce.number().int().positive().default(100_000_000),
    'HOSO_MAX_PAGE_PIXELS',
    'Số điểm ảnh tối đa của một trang',
    'Most pixels of one page',
  ),
  pageMillis: setting(
    z.coerce.number().int().positive().default(180_000),
    'HOSO_PAGE_MILLIS',
    'Thời gian tối đa cho một trang (ms)',
    'Longest time for one page (ms)',
  ),
  pageMegabytes: setting(
    z.coerce.number().int().positive().default(1500),
    'HOSO_PAGE_MEGABYTES',
    'Bộ nhớ tối đa cho một trang (MB)',
    'Most memory for one page (MB)',
  ),
  profiles: setting(
    z.string().optional(),
    'HOSO_PROFILES',
    'Thư mục cấu hình nơi nhận của tỉnh (JSON)',
    "Folder of the province's own receiver profiles (JSON)",
  ),
  maxFailed: setting(
    z.coerce.number().min(0).max(1).default(1),
    'HOSO_MAX_FAILED',
    'Tỉ lệ lỗi tối đa trước khi dừng',
    'Share of failed units that stops the run',
  ),
  sampleShare: setting(
    z.coerce.number().min(0).max(0.5).default(0.02),
    'HOSO_SAMPLE_SHARE',
    'Tỉ lệ giá trị rút mẫu cho người thứ hai xem lại',
    'Share of values drawn for a second look',
  ),
} as const

export const Config = z.object({
  workspace: settings.workspace.schema,
  databaseUrl: settings.databaseUrl.schema,
  files: settings.files.schema,
  s3Endpoint: settings.s3Endpoint.schema,
  s3Region: settings.s3Region.schema,
  s3Key: settings.s3Key.schema,
  s3Secret: settings.s3Secret.schema,
  workers: settings.workers.schema,
  agency: settings.agency.schema,
  lang: settings.lang.schema,
  renderDpi: settings.renderDpi.schema,
  readingDpi: settings.readingDpi.schema,
  forms: settings.forms.schema,
  models: settings.models.schema,
  maxPages: settings.maxPages.schema,
  maxPagePixels: settings.maxPagePixels.schema,
  pageMillis: settings.pageMillis.schema,
  pageMegabytes: settings.pageMegabytes.schema,
  profiles: settings.profiles.schema,
  maxFailed: settings.maxFailed.schema,
  sampleShare: settings.sampleShare.schema,
})
export type Config = Readonly<z.infer<typeof Config>>

/** The model that reads pages, and the one that reads single values again; undefined where only one is wanted. */
export function modelsOf({ models }: Pick<Config, 'models'>): { pages: ModelName; again: ModelName | undefined } {
  const [pages, again] = z.array(ModelName).min(1).parse(models.split(','))
  return { pages: pages ?? 'stock', again }
}

/** Joins the sources and freezes the result; unknown or wrong settings are a UsageError naming all of them. */
export function readConfig(sources: {
  flags: Readonly<Record<string, unknown>>
  environment: Readonly<Record<string, string | undefined>>
  file: Readonly<Record<string, unknown>>
}): Config {
  const merged: Record<string, unknown> = {}
  for (const [name, { env }] of Object.entries(settings)) {
    const value = sources.flags[name] ?? (sources.environment[env] || undefined) ?? sources.file[name]
    if (value !== undefined) merged[name] = value
  }
  const unknown = Object.keys(sources.file).filter((name) => !(name in settings))
  const parsed = Config.safeParse(merged)
  if (!parsed.success || unknown.length > 0) {
    const wrong = [
      ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
      ...unknown,
    ]
    throw new UsageError(`Thiết lập không hợp lệ: ${wrong.join('; ')}. Xem \`hoso run --help\`.`)
  }
  return Object.freeze(parsed.data)
}
