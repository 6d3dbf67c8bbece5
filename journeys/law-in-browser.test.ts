// The calculus runs in a browser unchanged, so that a page can show what an act would bring before anybody sends it: the same timelines, the same
// duties, dates and permissions as here, from one bundle of `law` and `core`.
import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { replay, type ReplayFile } from '@hengjian/core'
import { lawbook } from '@hengjian/law'
import { build } from 'vite'
import { parse } from 'yaml'
import { launchBrowser } from './browser.ts'

const root = path.dirname(import.meta.dirname)
const entry = path.join(root, '.tmp', `law-in-browser-${process.pid}.ts`)

test('duties, dates and permitted acts are the same in Chromium as in Node', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-law-browser-'))
  const browser = await launchBrowser()
  try {
    writeFileSync(entry, "import { replay } from '@hengjian/core'\nimport { lawbook } from '@hengjian/law'\nObject.assign(globalThis, { derive: (file: never) => JSON.stringify(replay(file, lawbook())) })\n")
    await build({ root, configFile: false, logLevel: 'warn', build: { outDir: folder, emptyOutDir: false, minify: false, lib: { entry, formats: ['iife'], name: 'hengjian', fileName: () => 'law.js' } } })
    const page = await browser.newPage()
    await page.addScriptTag({ path: path.join(folder, 'law.js') })
    for (const name of globSync('packages/core/replays/*.yaml', { cwd: root }).toSorted()) {
      const file = parse(readFileSync(path.join(root, name), 'utf8')) as ReplayFile
      const there = await page.evaluate((given) => (globalThis as unknown as { derive: (one: unknown) => string }).derive(given), file as unknown)
      assert.equal(there, JSON.stringify(replay(file, lawbook())), name)
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
    rmSync(entry, { force: true })
  }
})
