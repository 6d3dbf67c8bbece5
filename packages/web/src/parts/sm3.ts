// SM3 (GB/T 32905-2016) in plain code: browsers offer SHA-256 only, and a receipt must be checkable without the server.

const rotate = (x: number, n: number): number => ((x << (n & 31)) | (x >>> (32 - (n & 31)))) >>> 0
const p0 = (x: number): number => (x ^ rotate(x, 9) ^ rotate(x, 17)) >>> 0
const p1 = (x: number): number => (x ^ rotate(x, 15) ^ rotate(x, 23)) >>> 0

/** The 32-byte SM3 digest of `message`. */
export const sm3 = (message: Uint8Array): Uint8Array => {
  const padded = new Uint8Array(((message.length + 8) >> 6 << 6) + 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(padded.length - 4, (message.length << 3) >>> 0)
  const v = new Uint32Array([0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e])
  const w = new Uint32Array(68)
  const at = (array: Uint32Array, i: number): number => array[i] ?? 0
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block + i * 4)
    for (let i = 16; i < 68; i++) w[i] = p1(at(w, i - 16) ^ at(w, i - 9) ^ rotate(at(w, i - 3), 15)) ^ rotate(at(w, i - 13), 7) ^ at(w, i - 6)
    let [a, b, c, d, e, f, g, h] = [at(v, 0), at(v, 1), at(v, 2), at(v, 3), at(v, 4), at(v, 5), at(v, 6), at(v, 7)]
    for (let i = 0; i < 64; i++) {
      const ss1 = rotate((rotate(a, 12) + e + rotate(i < 16 ? 0x79cc4519 : 0x7a879d8a, i)) >>> 0, 7)
      const ss2 = (ss1 ^ rotate(a, 12)) >>> 0
      const ff = i < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
      const gg = i < 16 ? e ^ f ^ g : (e & f) | (~e & g)
      const tt1 = (ff + d + ss2 + (at(w, i) ^ at(w, i + 4))) >>> 0
      const tt2 = (gg + h + ss1 + at(w, i)) >>> 0
      ;[d, c, b, a] = [c, rotate(b, 9), a, tt1]
      ;[h, g, f, e] = [g, rotate(f, 19), e, p0(tt2)]
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) v[i] = at(v, i) ^ word
  }
  const out = new Uint8Array(32)
  const result = new DataView(out.buffer)
  for (let i = 0; i < 8; i++) result.setUint32(i * 4, at(v, i))
  return out
}
