/** A quick 53-bit digest of texts, to find the same again; not a proof. */
export function digest(...texts: readonly string[]): number {
  let [a, b] = [0x9e3779b1, 0x85ebca6b]
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b + code, 0x5bd1e995) ^ (b >>> 13)
    }
    a = Math.imul(a ^ 0x1f, 0x01000193)
    b = Math.imul(b, 0x5bd1e995) + 7
  }
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff)
}
