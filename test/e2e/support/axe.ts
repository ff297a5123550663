import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * How a page is opened for it: axe is put into the page, which the policy forbids, and a colour on its way to another theme's is
 * no colour to judge. What is tried is only how pages are built.
 */
export const FOR_AXE = {
  bypassCSP: true,
  contextOptions: { reducedMotion: 'reduce' },
} as const

/** The rules that a theme decides; all others judge what stands there. */
export const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds in the page as it is. There are no frames, for which it would open a second page, and of what is in order it
 * need not tell.
 */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (rules) builder.withRules([...rules])
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}
