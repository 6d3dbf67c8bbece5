import type { Geometry } from './paper.ts'

/** GB/T 9704: A4 with 37 mm above, 28 mm at the binding edge; a type area of 156 × 225 mm for 22 lines of 28 characters. The page template and the word-processor writer are set from these numbers. */
export const geometry: Geometry = { lines: 22, columns: 28, topMm: 37, leftMm: 28, widthMm: 156, heightMm: 225 }
export const paper = { widthMm: 210, heightMm: 297 }
