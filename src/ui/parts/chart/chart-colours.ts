import { LOOKS, type Look } from '../band-look.ts'
import type { SeriesLook } from './chart-data.ts'

export interface ChartColours {
  readonly page: string
  readonly ink: string
  readonly text: string
  readonly rule: string
  readonly edge: string
  readonly font: string
  readonly looks: Readonly<Record<SeriesLook, string>>
  readonly tints: Readonly<Record<SeriesLook, string>>
}

/** Reads the tokens as they stand in the theme of this moment: a canvas knows no custom properties and no light-dark(). */
export function readColours(within: HTMLElement): ChartColours {
  const probe = document.createElement('span')
  probe.hidden = true
  // In forced colours too a band keeps its own: its shape and word stand beside it.
  probe.style.setProperty('forced-color-adjust', 'none')
  within.append(probe)
  const token = (name: string): string => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const perLook = (suffix: string) =>
    Object.fromEntries(LOOKS.map((look) => [look, token(`--${look}${suffix}`)])) as Record<
      Look,
      string
    >
  const ink = token('--ink')
  const [accent, second] = [token('--accent'), token('--ink-2')]
  const lines = { ink, second: accent, third: second, fourth: accent, fifth: second }
  const well = token('--well')
  const colours = {
    page: token('--page'),
    ink,
    text: token('--ink-2'),
    rule: token('--rule'),
    edge: token('--edge'),
    font: getComputedStyle(within).fontFamily,
    looks: { ...perLook(''), ...lines },
    tints: {
      ...perLook('-tint'),
      ink: well,
      second: well,
      third: well,
      fourth: well,
      fifth: well,
    },
  }
  probe.remove()
  return colours
}
