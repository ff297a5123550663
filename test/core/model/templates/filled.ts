import { sampleConfiguration } from '../../../../src/sample/configuration.ts'
import { sampleDeliveries } from '../../../../src/sample/deliveries.ts'
import type { Configuration } from '../../../../src/core/model/configuration.ts'
import type { ProposalInput } from '../../../../src/core/model/propose/proposal.ts'
import { restoreConfiguration } from '../../../../src/core/model/read/restore.ts'
import { toCanonicalJson } from '../../../../src/core/model/canonical.ts'
import {
  fillTemplate,
  type Filled,
  type Ground,
} from '../../../../src/core/model/templates/fill.ts'
import { guessMapping, needsOf } from '../../../../src/core/model/templates/guess.ts'
import type { Mapping } from '../../../../src/core/model/templates/kit.ts'
import type { TemplateId } from '../../../../src/core/model/templates/template.ts'
import { templateOf } from '../../../../src/core/model/templates/templates.ts'
import { createScorer } from '../../../../src/core/score/scorer.ts'
import type { Snapshot } from '../../../../src/core/history/snapshot.ts'
import { textsOf } from '../../../../src/core/table/texts.ts'
import { foundTable } from '../found.ts'

export const guess = (id: TemplateId, input: ProposalInput): Mapping =>
  guessMapping(
    needsOf(templateOf(id)),
    input.columns.map(({ id: column, header, column: { type } }) => ({
      id: column,
      label: header,
      type,
    })),
  )

export const fill = (
  id: TemplateId,
  input: ProposalInput,
  mapping: Mapping = guess(id, input),
  { base = null, earlier = [30] }: Partial<Ground> = {},
): Filled => fillTemplate(templateOf(id), input, mapping, { base, earlier })

/** The sample's deliveries as an import finds them, oldest first. */
export function sampleInputs(): ProposalInput[] {
  return sampleDeliveries().map(({ csv, day }) => {
    const [headers = [], ...rows] = csv
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
    const { account } = sampleConfiguration()
    const { key, ...roles } = account
    return { ...foundTable(headers, rows, { key, day }), roles }
  })
}

/** An account is the same number in each, by its key. */
function historyOf(inputs: readonly ProposalInput[]): Snapshot[] {
  const places = new Map<string, number>()
  const placeOf = (key: string) => {
    if (!places.has(key)) places.set(key, places.size)
    return places.get(key) as number
  }
  return inputs.map(({ day, rows, columns, key }) => {
    const keys = columns.find(({ id }) => id === key)?.column
    const texts = keys && inputs.length > 1 ? textsOf(keys) : null
    return {
      day,
      accounts: Uint32Array.from({ length: rows }, (_, row) =>
        texts ? placeOf(texts[row]!) : row,
      ),
      columns: new Map(columns.map(({ id, column }) => [id, column])),
    }
  })
}

/** As it would be after its file was read: with everything that is wrong with it. */
export function restored(configuration: Configuration | null): Configuration {
  if (!configuration) throw new Error('nothing was made')
  const result = restoreConfiguration(toCanonicalJson(configuration))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  if (result.value.warnings.some(({ code }) => code !== 'not-used-yet'))
    throw new Error(JSON.stringify(result.value.warnings))
  return result.value.configuration
}

export function scoredBy(configuration: Configuration | null, inputs: readonly ProposalInput[]) {
  const scorer = createScorer(restored(configuration), historyOf(inputs))
  return { scorer, at: inputs.length - 1, sheet: scorer.sheet(inputs.length - 1) }
}

export function bandCounts(
  configuration: Configuration | null,
  inputs: readonly ProposalInput[],
): { bands: number[]; notScored: number } {
  const { sheet } = scoredBy(configuration, inputs)
  const bands = (configuration?.bands ?? []).map(
    (_, band) => sheet.bands.filter((one) => one === band).length,
  )
  const scored = bands.reduce((sum, count) => sum + count, 0)
  return { bands, notScored: sheet.included.filter((one) => one === 1).length - scored }
}

/** How many accounts stand at a cap. Throws where one stands above the band that the cap's sentence names. */
export function landedCaps(configuration: Configuration, inputs: readonly ProposalInput[]): number {
  const { scorer, at, sheet } = scoredBy(configuration, inputs)
  let capped = 0
  configuration.models.forEach(({ exceptions = [] }, model) =>
    exceptions.forEach(({ then, reason }, i) => {
      const named = configuration.bands.findIndex(({ name }) => reason.includes(`${name} at best`))
      if (named < 0) throw new Error(`no band in: ${reason}`)
      scorer.exceptions(at)[model]?.[i]?.forEach((holds, row) => {
        if (holds !== 1 || sheet.models[row] !== model || Number.isNaN(sheet.shown[row])) return
        if (sheet.bands[row]! > named) throw new Error(`row ${row} stands above: ${reason}`)
        if ('cap' in then && sheet.shown[row] === then.cap) capped++
      })
    }),
  )
  return capped
}
