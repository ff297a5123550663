import 'fake-indexeddb/auto'
import { toAccountIndex, toWorkspaceId } from '../../src/core/brand.ts'
import { toFrame } from '../../src/store/backup/frames.ts'
import { writeBackup } from '../../src/store/backup/write.ts'
import { appendConfiguration } from '../../src/store/configurations.ts'
import type { Store } from '../../src/store/database.ts'
import { saveJudgement } from '../../src/store/judgement.ts'
import { saveRecorded } from '../../src/store/scores.ts'
import {
  acme,
  april,
  configuration,
  importFile,
  march,
  NOON,
  scores,
  valueOf,
  withWorkspace,
} from './build.ts'

export const copy = toWorkspaceId('copy')
export const restoring = { id: copy, at: NOON }
export const said = { workspace: acme, account: toAccountIndex(1), author: 'Zoë', at: NOON }

/** A workspace that has everything there is. */
export async function filled(): Promise<Store> {
  const store = await withWorkspace()
  await importFile(store, acme, { keys: ['00123', '__proto__'] })
  await importFile(store, acme, { keys: ['$x'], day: april, fileName: '$number 1.csv' })
  await appendConfiguration(store, acme, NOON, configuration('One'))
  await appendConfiguration(store, acme, NOON, configuration('Two'))
  await saveRecorded(store, acme, scores(march))
  await saveJudgement(store, 'overrides', {
    ...said,
    id: 'o',
    score: 40,
    reason: 'Sponsor left',
    from: march,
    until: null,
  })
  await saveJudgement(store, 'notes', { ...said, id: 'n', text: 'called\r\nthem' })
  await saveJudgement(store, 'manual', {
    ...said,
    id: 'm',
    column: 'pulse',
    day: march,
    value: -0,
    reason: '',
  })
  await saveJudgement(store, 'plays', {
    ...said,
    id: 'p',
    flag: 'quiet',
    name: 'Re-engage',
    steps: [{ text: 'Call', done: true }],
    startedOn: march,
    dueOn: april,
    doneOn: null,
  })
  return store
}

export const backupOf = async (store: Store, id = acme) =>
  valueOf(await writeBackup(store, id, NOON))

/** Frames as a backup has them, whatever they say. */
export async function forged(values: readonly unknown[]): Promise<Blob> {
  const frames = await Promise.all(values.map(toFrame))
  const body = new Blob(frames.map(({ bytes }) => bytes))
    .stream()
    .pipeThrough(new CompressionStream('gzip'))
  return new Blob(['hale-backup', Uint8Array.of(1), await new Response(body).blob()])
}
