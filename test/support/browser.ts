// A real Chromium, from npm: it brings its own libraries.
import { chromium, type Browser } from 'playwright-core'

export async function openBrowser(): Promise<Browser & AsyncDisposable> {
  // Read when it is imported: only then are its libraries unpacked.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.executablePath(),
    // The package is tuned for a single page in a cloud function: one process for all, and no protection between sites.
    args: packed.args.filter(
      (each) => !/^--(single-process|no-zygote|disable-web-security|disable-site-isolation|allow-running)/u.test(each),
    ),
    headless: true,
    chromiumSandbox: false,
  })
}
