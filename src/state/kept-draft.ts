import type { Configuration } from '../core/model/configuration.ts'
import { checkConfiguration } from '../core/model/read/restore.ts'
import type { Session } from './session.svelte.ts'

/** The configuration that is being edited, as it was left; null where none is, or where it would not load as it stands. */
export async function readDraft({ engine }: Session): Promise<Configuration | null> {
  const kept = await engine.keptDraft()
  const draft = kept.ok ? kept.value?.steps[kept.value.at] : undefined
  return draft && checkConfiguration(draft).ok ? draft : null
}

/** One more step of the draft, or the first one after what is in force. False where there is nothing to change, or it could not be kept. */
export async function addToDraft(
  { engine, configuration }: Session,
  change: (configuration: Configuration) => Configuration,
): Promise<boolean> {
  const kept = await engine.keptDraft()
  if (!kept.ok || !configuration) return false
  const { steps, at, base } = kept.value ?? { steps: [configuration], at: 0, base: configuration }
  const now = steps[at] ?? configuration
  const next = [...steps.slice(0, at + 1), change(now)]
  const added = await engine.keepDraft({
    steps: next,
    at: next.length - 1,
    ...(base ? { base } : {}),
  })
  return added.ok
}
