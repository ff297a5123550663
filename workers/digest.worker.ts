import { expose } from 'comlink'
import { sha256Bounded } from './import/sha256.ts'
import type { Digester } from './protocol/importer.ts'

expose({ sha256Of: (file) => sha256Bounded(file) } satisfies Digester)
