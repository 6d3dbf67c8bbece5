// What one wording of a provision says differently from another, character by character: Chinese has no spaces to cut at.
export type Piece = { readonly text: string; readonly kind: 'same' | 'gone' | 'added' }

const longest = 3000

/** The pieces of both texts in order: `gone` stands in the first only, `added` in the second only. Islands of one or two characters join their surroundings. */
export function diff(before: string, after: string): readonly Piece[] {
  if (before === after) return before === '' ? [] : [{ text: before, kind: 'same' }]
  if (before.length > longest || after.length > longest) return [{ text: before, kind: 'gone' }, { text: after, kind: 'added' }].filter(({ text }) => text !== '') as readonly Piece[]
  const [n, m] = [before.length, after.length]
  const width = m + 1
  const common = new Uint16Array((n + 1) * width)
  for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) common[i * width + j] = before[i] === after[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0)
  const out: { text: string; kind: Piece['kind'] }[] = []
  const put = (text: string, kind: Piece['kind']): void => { const last = out.at(-1); if (last?.kind === kind) last.text += text; else out.push({ text, kind }) }
  let [i, j] = [0, 0]
  while (i < n || j < m) {
    if (i < n && j < m && before[i] === after[j]) { put(before[i] ?? '', 'same'); i++; j++ }
    else if (j >= m || (i < n && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))) { put(before[i] ?? '', 'gone'); i++ }
    else { put(after[j] ?? '', 'added'); j++ }
  }
  return joined(out)
}

/** Short islands of agreement between changes would only confuse the eye: they are part of the change. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = []
  let [gone, added] = ['', '']
  const flush = (): void => { if (gone !== '') out.push({ text: gone, kind: 'gone' }); if (added !== '') out.push({ text: added, kind: 'added' }); gone = ''; added = '' }
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'gone') gone += piece.text
    else if (piece.kind === 'added') added += piece.text
    else if (piece.text.length <= 2 && gone + added !== '' && at < pieces.length - 1) { gone += piece.text; added += piece.text }
    else { flush(); out.push(piece) }
  }
  flush()
  return out
}
