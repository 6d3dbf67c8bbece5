// Contrast of the tokens, as WCAG 2.2 AA asks: 4.5 : 1 for text on every ground it is used on, 3 : 1 for focus and shapes. Light and dark.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
const block = (selector: string): Readonly<Record<string, string>> => Object.fromEntries([...(css.split(`${selector}{`)[1] ?? '').split('}')[0]?.matchAll(/--([\w-]+):(#[0-9a-f]{6})\b/g) ?? []].map((match) => [match[1] ?? '', match[2] ?? '']))
const light = block(':root')
const themes = { light, dark: { ...light, ...block('html[data-theme=dark]') } }

const channel = (hex: string): number => { const v = Number.parseInt(hex, 16) / 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 }
const luminance = (colour: string): number => 0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7))
const contrast = (a: string, b: string): number => { const [x, y] = [luminance(a), luminance(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05) }

const grounds = ['card', 'bg', 'bg-2', 'hover', 'blue-t']
const text: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...grounds, 'red-t', 'amber-t', 'green-t', 'violet-t']], ['ink-2', [...grounds, 'red-t', 'amber-t', 'green-t']], ['ink-3', ['card', 'bg', 'bg-2', 'hover', 'blue-t']], ['blue', grounds],
  ['red', ['card', 'bg-2', 'red-t', 'blue-t']], ['amber', ['card', 'bg-2', 'amber-t', 'blue-t']], ['green', ['card', 'bg-2', 'green-t', 'blue-t']], ['violet', ['card', 'bg-2', 'violet-t', 'blue-t']], ['teal', ['card', 'teal-t', 'bg-2']], ['grey', ['card', 'grey-t']],
  ['paper-ink', ['paper', 'paper-2', 'mark']], ['paper-ink-2', ['paper', 'card']], ['on-blue', ['blue', 'blue-h', 'teal']], ['orange', ['card']],
]

for (const [theme, colours] of Object.entries(themes)) {
  test(`text is readable on every ground it stands on (${theme})`, () => {
    const weak = text.flatMap(([ink, on]) => on.map((ground) => ({ ink, ground, ratio: contrast(colours[ink] ?? '', colours[ground] ?? '') }))).filter(({ ratio }) => !(ratio >= 4.48))
    assert.deepEqual(weak.map(({ ink, ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`), [])
  })
  test(`focus, selection and the seal are seen (${theme})`, () => {
    for (const [shape, ground] of [['focus', 'card'], ['focus', 'bg'], ['focus', 'blue-t'], ['blue', 'card'], ['seal', 'paper'], ['amber-s', 'navy']] as const) assert.ok(contrast(colours[shape] ?? '', colours[ground] ?? '') >= 3, `${shape} on ${ground}`)
  })
}

test('both themes define the same colours', () => {
  const dark = block('html[data-theme=dark]')
  assert.deepEqual(Object.keys(light).filter((name) => !(name in dark)), [])
})
