import { defineConfig } from '@playwright/test'
import { browserLaunch } from './find-browser.mjs'

const cache = '../node_modules/.cache/playwright'

export default defineConfig({
  testDir: 'e2e',
  outputDir: cache,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A journey that fails on one machine in many is told apart from one that is broken; `npm test` names how many there were.
  retries: process.env['CI'] ? 1 : 0,
  // Whole journeys, on machines that are busy with other checks too.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  reporter: 'list',
  use: {
    launchOptions: browserLaunch(),
    locale: 'en-US',
    timezoneId: 'Pacific/Auckland',
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
})
