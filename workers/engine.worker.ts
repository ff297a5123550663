import { expose } from 'comlink'
import { createEngine } from './engine.ts'

expose(createEngine({ now: () => new Date().toISOString(), newId: () => crypto.randomUUID() }))
