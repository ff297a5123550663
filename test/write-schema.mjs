// Writes public/hale-config.schema.json from the shapes that the configuration is checked with.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const { module } = await runnerImport(path('../src/core/model/read/json-schema.ts'))
writeFileSync(path('../public/hale-config.schema.json'), module.configurationSchemaText())
