import { createRequire } from 'node:module'
import path from 'node:path'

const noto = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))

/** Folders of the faces that ship with the product: Fandol for FangSong, Hei and Kai; Noto Serif SC for titles, page numbers and every character that Fandol lacks. */
export const fontFolders: readonly string[] = [path.join(import.meta.dirname, '..', 'fonts'), path.join(noto, '400Regular'), path.join(noto, '700Bold')]
