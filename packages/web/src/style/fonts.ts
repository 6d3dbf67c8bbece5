// The self-hosted families: subset slices that a browser fetches only for characters that no family of the machine has.
import '@fontsource-variable/noto-sans-sc/index.css'
import '@fontsource-variable/noto-serif-sc/index.css'
