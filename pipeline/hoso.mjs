#!/usr/bin/env node
// Starts the command line: the sources are TypeScript and run as they are.
import { register } from 'tsx/esm/api'

register()
await import('./cli.ts')
