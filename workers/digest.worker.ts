import { expose } from 'comlink'
import { sourceChunks } from './byte-chunks.ts'
import { sha256Streamed } from './import/sha256.ts'
import type { Digester } from './protocol/importer.ts'

expose({ sha256Of: (file) => sha256Streamed(sourceChunks(file)) } satisfies Digester)
