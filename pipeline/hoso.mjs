#!/usr/bin/env node
// Starts the command line: the sources are TypeScript and run as they are, from whatever folder.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
await import('./cli.ts')
