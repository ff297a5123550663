import type { Day } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { Mapping } from '../../src/core/model/templates/kit.ts'
import type { Waiting } from '../../src/core/model/templates/fill.ts'
import type { LeftOut } from '../../src/core/model/templates/left-out.ts'
import type { TemplateId } from '../../src/core/model/templates/template.ts'

export interface TemplateQuestion {
  readonly template: TemplateId
  /** The column of each need; a need that is not named is not met. */
  readonly mapping: Mapping
  /** Its values are what scales and ranks are made of. */
  readonly day: Day
}

/** A template made of one's own columns. It is in force only once it is applied. */
export interface FilledTemplate {
  /** Null where no column says how an account is. */
  readonly configuration: Configuration | null
  readonly leftOut: readonly LeftOut[]
  /** What looks back, as long as there is but one snapshot. */
  readonly waiting: readonly Waiting[]
}
