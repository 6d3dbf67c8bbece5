export { serve, type Serving } from './wiring.ts'
export { settingsFrom, SettingsProblem, type Mode, type ServeOptions } from './settings.ts'
