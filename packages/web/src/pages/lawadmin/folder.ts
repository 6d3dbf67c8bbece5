// A rule set out of a folder that a person chose: its YAML files by their path inside of the folder.
import type { SetFiles } from '../../api/lawAdmin.ts'

const most = 8 * 1024 * 1024

/** A chosen file with the path that the browser gives it (`folder/rules/x.yaml`). */
export type Chosen = { readonly name: string; readonly webkitRelativePath: string; readonly size: number; text(): Promise<string> }

/** The texts of a set, or null where it is too large or has no book.yaml. */
export async function readFolder(files: readonly Chosen[]): Promise<{ readonly name: string; readonly files: SetFiles } | null> {
  const yaml = files.filter(({ name }) => /\.ya?ml$/.test(name))
  if (yaml.reduce((sum, { size }) => sum + size, 0) > most) return null
  const inside = (file: Chosen): string => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath.split('/').slice(1).join('/'))
  const texts = Object.fromEntries(await Promise.all(yaml.map(async (file) => [inside(file), await file.text()] as const)))
  return Object.hasOwn(texts, 'book.yaml') ? { name: yaml[0]?.webkitRelativePath.split('/')[0] ?? '', files: texts } : null
}
