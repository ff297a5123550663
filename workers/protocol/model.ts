import type { Configuration } from '../../src/core/model/configuration.ts'
import type { ConfigurationProblem } from '../../src/core/problem.ts'
import type { LintFinding } from '../../src/core/score/lint/lint-finding.ts'

/** How many accounts each part of the configuration concerns, beside the configuration itself. */
export interface ModelDetail {
  readonly models: readonly { readonly accounts: number }[]
  readonly none: number
  /** By `include`: no customers. */
  readonly leftOut: number
  readonly bands: readonly { readonly accounts: number }[]
  /** By model, then by place in order of appearance. */
  readonly factors: readonly (readonly {
    readonly present: number
    readonly average: number | null
  }[])[]
  readonly exceptions: readonly (readonly number[])[]
  readonly flags: readonly number[]
  readonly versions: readonly ConfigurationVersion[]
  /** What is probably not meant, as this snapshot shows it. At most PAGE_ROWS. */
  readonly findings: readonly LintFinding[]
}

export interface ConfigurationVersion {
  readonly version: number
  readonly hash: string
  readonly name: string
  readonly note: string
  /** ISO instant. */
  readonly at: string
}

export interface ConfigurationReading {
  readonly configuration: Configuration
  readonly hash: string
  readonly problems: readonly ConfigurationProblem[]
}
