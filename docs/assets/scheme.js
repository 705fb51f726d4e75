// The colors that a reader chose, else those of the system, on the page before its first paint.
// The theme has a script in each page for it, which the policy forbids, and knows the system's only when all is loaded.
(() => {
  const KEY = "/.__palette"
  const SCHEMES = ["default", "slate"]
  let scheme = SCHEMES[Number(matchMedia("(prefers-color-scheme: dark)").matches)]
  let storage = { getItem: () => null, setItem() {}, removeItem() {} }
  try {
    storage = localStorage
  } catch {
    // Where a browser allows none, the theme's script would stop here, and the search with it.
    Object.defineProperty(window, "localStorage", { value: storage })
  }
  try {
    const { color } = JSON.parse(storage.getItem(KEY))
    if (SCHEMES.includes(color.scheme)) ({ scheme } = color)
  } catch {
    // Nothing, or nothing that the theme could read either.
    storage.removeItem(KEY)
  }
  new MutationObserver((_, watch) => {
    if (!document.body) return
    watch.disconnect()
    document.body.dataset.mdColorScheme = scheme
  }).observe(document.documentElement, { childList: true })
})()
