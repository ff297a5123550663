import type { TrendFigures } from '../../src/core/view/figures.ts'
import { keepFigures, readFigures } from '../../src/store/figures.ts'
import { inputsOf } from '../portfolio/inputs.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { Seen } from '../protocol/look.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import type { Version } from './versions.ts'

export interface KeptFigures extends TrendFigures {
  readonly configurationVersion: number
}

/** The figures of snapshots as they were kept, by place; those that would be others now are not among them. */
export async function readKept(
  open: OpenWorkspace,
  seen: Seen,
): Promise<ReadonlyMap<number, KeptFigures>> {
  const { store, workspace, portfolio } = open
  const versions = await versionsOf(open, seen)
  const wanted = portfolio.manifests.flatMap(({ day }, place) => {
    const version = versions[place]
    return version ? [{ day, place, version, made: madeOf(open, version, place) }] : []
  })
  const found = orThrow(await readFigures(store, workspace.id, seen, wanted))
  return new Map(
    wanted.flatMap(({ day, place, version }) => {
      const figures = found.get(day)
      const configurationVersion = open.past.alike(version.record.version)
      return figures ? [[place, { ...figures, configurationVersion }]] : []
    }),
  )
}

/** A cache: nobody waits for it, nor hears that the disk is full. */
export async function keep(
  open: OpenWorkspace,
  seen: Seen,
  made: ReadonlyMap<number, KeptFigures>,
): Promise<void> {
  const versions = await versionsOf(open, seen)
  const records = [...made].flatMap(([place, { configurationVersion, ...figures }]) => {
    const version = versions[place]
    // Another tab may have recorded it under another one meanwhile.
    if (!version || open.past.alike(version.record.version) !== configurationVersion) return []
    const { day } = open.portfolio.manifests[place]!
    const workspace = open.workspace.id
    return [{ workspace, day, seen, made: madeOf(open, version, place), figures }]
  })
  await keepFigures(open.store, records)
}

async function versionsOf(open: OpenWorkspace, seen: Seen): Promise<readonly (Version | null)[]> {
  if (seen === 'recorded') return open.recorded.versions()
  const version = open.current && open.past.of(open.current.version)
  return open.portfolio.manifests.map(() => version)
}

/** All that figures depend on: who scored, what was read for it, who says which bands and which value, and what that is read from. */
function madeOf(
  { portfolio, current, configuration, roles }: OpenWorkspace,
  by: Version,
  at: number,
) {
  const value = roles.value === undefined ? [] : [roles.value]
  const scored = inputsOf(portfolio, by.configuration, at)
  const valued = configuration ? inputsOf(portfolio, configuration, at, value) : ''
  return [by.record.hash, current?.hash, ...value, scored, valued === scored ? '' : valued].join(
    ' ',
  )
}
