/** How many letters must change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}

/** At most three known names that a mistyped one may have meant, nearest first. */
export function nearNames(typed: string, known: Iterable<string>): readonly string[] {
  const scored = [...known].map((name) => ({ name, score: name.includes(typed) || typed.includes(name) ? 0 : distance(typed, name) / Math.max(typed.length, name.length, 1) }))
  return scored.filter(({ score }) => score <= 0.45).toSorted((a, b) => a.score - b.score || a.name.length - b.name.length).slice(0, 3).map(({ name }) => name)
}
