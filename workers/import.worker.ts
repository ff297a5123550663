import { expose } from 'comlink'
import { createImporter } from './import.ts'

expose(createImporter({ now: () => new Date().toISOString(), newId: () => crypto.randomUUID() }))
