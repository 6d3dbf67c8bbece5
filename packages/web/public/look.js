// Sets theme, size and language of the last person on this machine before the first paint, so that nothing flashes. A file of its
// own because the content security policy allows no inline script. Must agree with src/shell/look.ts.
try {
  var look = JSON.parse(localStorage.getItem('hengjian.look') || '{}')
  var html = document.documentElement
  if (look.theme === 'dark') html.dataset.theme = 'dark'
  if (look.size === 'large') html.dataset.size = 'large'
  if (look.density === 'compact') html.dataset.density = 'compact'
  if (look.language === 'en') html.lang = 'en'
} catch { /* a browser without storage shows the defaults */ }
