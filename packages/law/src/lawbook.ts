import acts from './gen/acts.gen.json' with { type: 'json' }
import articles from './gen/articles.gen.json' with { type: 'json' }
import bindings from './gen/bindings.gen.json' with { type: 'json' }
import book from './gen/book.gen.json' with { type: 'json' }
import calendars from './gen/calendars.gen.json' with { type: 'json' }
import computing from './gen/computing.gen.json' with { type: 'json' }
import glossary from './gen/glossary.gen.json' with { type: 'json' }
import instruments from './gen/instruments.gen.json' with { type: 'json' }
import laws from './gen/laws.gen.json' with { type: 'json' }
import powers from './gen/powers.gen.json' with { type: 'json' }
import procedures from './gen/procedures.gen.json' with { type: 'json' }
import rules from './gen/rules.gen.json' with { type: 'json' }
import settings from './gen/settings.gen.json' with { type: 'json' }
import unverified from './gen/unverified.gen.json' with { type: 'json' }
import type { Lawbook } from './data.ts'
import { loadLawbook } from './load.ts'
import type { LawParts } from './parts.ts'

/** The parts of the shipped rulebook, as `npm run gen` wrote them. */
export const shippedParts = (): LawParts => ({ acts, articles, bindings, book, calendars, computing, glossary, instruments, laws, powers, procedures, rules, settings, unverified }) as unknown as LawParts

let loaded: Lawbook | undefined

/** The shipped law, loaded once. It was checked when it was generated and is checked again here; a fault is a fault of the build, so it throws. */
export function lawbook(): Lawbook {
  if (loaded !== undefined) return loaded
  const result = loadLawbook(shippedParts())
  if (!result.ok) throw new RangeError(`the shipped rulebook is wrong:\n${result.problems.map(({ file, field, reason }) => `${file}: ${field}: ${reason}`).join('\n')}`)
  loaded = result.lawbook
  return loaded
}
