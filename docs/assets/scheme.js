// The colors that a reader chose, else those of the system, on the page before its first paint.
// The theme has a script in each page for it, which the policy forbids, and knows the system's only when all is loaded.
(() => {
  const SCHEMES = ["default", "slate"]
  let scheme = SCHEMES[Number(matchMedia("(prefers-color-scheme: dark)").matches)]
  try {
    const { color } = JSON.parse(localStorage.getItem("/.__palette"))
    if (SCHEMES.includes(color.scheme)) ({ scheme } = color)
  } catch {
    // Nothing is stored, or nothing may be.
  }
  new MutationObserver((_, watch) => {
    if (!document.body) return
    watch.disconnect()
    document.body.dataset.mdColorScheme = scheme
  }).observe(document.documentElement, { childList: true })
})()
