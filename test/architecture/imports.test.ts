import { expect, test } from 'vitest'
import { readImports } from './read-imports.ts'
import { objection, roomOf } from './rooms.ts'
import { readSources } from './sources.ts'

const objections = (path: string, text: string) =>
  readImports(path, text).flatMap((specifier) => objection(path, specifier) ?? [])

test('every source has its room', () => {
  const homeless = readSources().filter(({ path }) => !roomOf(path))
  expect(homeless.map(({ path }) => path)).toEqual([])
})

test('every import goes in a direction the design allows', () => {
  const found = readSources().flatMap(({ path, text }) =>
    objections(path, text).map((why) => `${path}: ${why}`),
  )
  expect(found).toEqual([])
})

const allowed: readonly (readonly [path: string, text: string])[] = [
  ['src/core/table/profile.ts', "import { ok } from '../problem.ts'"],
  ['src/core/score/score.ts', "import type { Node } from '../formula/tree.ts'"],
  ['src/store/schema.ts', "import Dexie from 'dexie'"],
  ['workers/engine.ts', "import { readAll } from '../src/store/snapshots.ts'"],
  ['workers/read-csv.ts', "import Papa from 'papaparse'"],
  ['workers/import.worker.ts', "import { expose } from 'comlink'"],
  ['src/bridge/engine.ts', "await import('../../workers/engine.worker.ts?worker&inline')"],
  ['src/bridge/engine.ts', "import type { Engine } from '../../workers/protocol/engine.ts'"],
  ['src/ui/model/Weights.svelte', '<script>import Chart from "../parts/Chart.svelte"</script>'],
  ['src/ui/parts/Chart.svelte', "<script>await import('chart.js')</script>"],
  ['src/main.ts', "import { mount } from 'svelte'"],
]

test.each(allowed)('%s may hold %s', (path, text) => {
  expect(objections(path, text)).toEqual([])
})

const forbidden: readonly (readonly [path: string, text: string])[] = [
  ['src/core/file/dialect.ts', "import type { Column } from '../table/column.ts'"],
  ['src/core/source/plan.ts', "export * from '../view/filter.ts'"],
  ['src/core/problem.ts', "import { day } from './table/day.ts'"],
  ['src/core/score/score.ts', "import { db } from '../../store/schema.ts'"],
  ['src/core/score/score.ts', "import Dexie from 'dexie'"],
  ['src/core/score/score.ts', "import { readFile } from 'node:fs'"],
  ['src/core/score/score.ts', "let x: import('../../state/model.svelte.ts').Model"],
  ['src/core/score/score.ts', "import x = require('../view/filter.ts')"],
  ['src/core/helpers/misc.ts', "import { ok } from '../problem.ts'"],
  ['src/store/schema.ts', "import { tick } from 'svelte'"],
  ['src/store/schema.ts', "import type { Engine } from '../../workers/protocol/engine.ts'"],
  ['workers/protocol/engine.ts', "import type { Stored } from '../../src/store/schema.ts'"],
  ['workers/engine.ts', "import { SvelteMap } from 'svelte/reactivity'"],
  ['workers/engine.ts', "import Papa from 'papaparse'"],
  ['workers/engine.ts', "import Dexie from 'dexie'"],
  ['workers/engine.ts', "import { spawn } from '../src/bridge/spawn.ts'"],
  ['workers/engine.ts', "import './import.worker.ts'"],
  ['src/bridge/engine.ts', "import { Engine } from '../../workers/engine.ts'"],
  ['src/bridge/engine.ts', "import type { Engine } from '../../workers/engine.worker.ts'"],
  ['src/bridge/engine.ts', "import('../../workers/engine.worker.ts?worker')"],
  ['src/bridge/engine.ts', "import('../../workers/engine.ts?worker&inline')"],
  ['src/bridge/engine.ts', "new Worker(new URL('./engine.worker.ts', import.meta.url))"],
  ['src/bridge/engine.ts', "import { Model } from '../state/model.svelte.ts'"],
  ['src/state/model.svelte.ts', "import('../../workers/engine.worker.ts?worker&inline')"],
  ['src/state/model.svelte.ts', "import App from '../ui/App.svelte'"],
  ['src/ui/Overview.svelte', "<script>import { Chart } from 'chart.js'</script>"],
  ['src/ui/Overview.svelte', "<script module>import '../store/schema.ts'</script>"],
  ['src/ui/Overview.svelte', '{#await import("../../workers/engine.ts") then x}{x}{/await}'],
  ['src/ui/Overview.svelte', '<script>import(name)</script>'],
  ['src/ui/Overview.svelte', "<script>import.meta.glob('./*.svelte')</script>"],
  ['src/ui/Overview.svelte', "<script>import '../../test/fixtures/sample.ts'</script>"],
  ['src/ui/Overview.svelte', "<script>import '../main.ts'</script>"],
  ['src/main.ts', "import { createEngine } from '../workers/engine.ts'"],
]

test.each(forbidden)('%s may not hold %s', (path, text) => {
  expect(objections(path, text)).toHaveLength(1)
})
