import { expose } from 'comlink'
import { createEngine } from './engine.ts'

/** Of the sources that answers are made by; written in by the build. */
declare const __ENGINE__: string | undefined

expose(
  createEngine({
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
    build: typeof __ENGINE__ === 'undefined' ? '' : __ENGINE__,
  }),
)
