import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

type Words = { readonly vague: readonly string[]; readonly vagueCitations: readonly string[]; readonly roles: readonly string[]; readonly surnames: string; readonly compoundSurnames: readonly string[]; readonly standards: readonly { readonly of: readonly string[]; readonly standard: string }[]; readonly notNames: readonly string[]; readonly starters: Readonly<Record<string, readonly string[]>>; readonly shortNames: readonly string[] }

/** Word lists of `messages/words.yaml`. */
export const words = parse(readFileSync(path.join(import.meta.dirname, '..', 'messages', 'words.yaml'), 'utf8')) as Words
