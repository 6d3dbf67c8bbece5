/** The pairs of neighbouring characters of a text, ends included. */
export const pairs = (text: string): ReadonlySet<string> => { const chars = [...` ${text} `]; return new Set(chars.slice(1).map((char, i) => (chars[i] ?? '') + char)) }

/** How alike two texts are by their pairs of neighbouring characters (Dice), from 0 to 1. */
export const likeness = (a: string, b: string): number => likenessOf(pairs(a), pairs(b))

/** The same from pairs made beforehand, for one text against many. `least`: when the sizes alone rule it out, 0 comes back at once. */
export function likenessOf(left: ReadonlySet<string>, right: ReadonlySet<string>, least: number = 0): number {
  if ((2 * Math.min(left.size, right.size)) / (left.size + right.size) < least) return 0
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  return (2 * shared) / (left.size + right.size)
}

/** The names most like a mistyped one, best first, at most three; all of them in order when none is like it. */
export function near(name: string, names: readonly string[]): readonly string[] {
  const alike = names.map((one) => ({ one, score: likeness(name, one) })).filter(({ score }) => score >= 0.3).toSorted((a, b) => b.score - a.score)
  return alike.length > 0 ? alike.slice(0, 3).map(({ one }) => one) : names
}
