// The search worker, until the first question: then it fetches the index and becomes the theme's own worker,
// whose file name stands in the fragment of this one's address. Messages have the theme's types: 0 sets up,
// 1 is ready, 2 asks, 3 answers.
let state = ""
let question

postMessage({ type: 1 })
addEventListener("message", async event => {
  if (state === "ready") return
  if (event.data.type !== 2) return
  event.stopImmediatePropagation()
  question = event.data
  if (!question.data) return postMessage({ type: 3, data: { items: [] } })
  if (state) return
  state = "loading"
  const index = await (await fetch("../search/search_index.json")).json()
  importScripts("javascripts/workers/" + location.hash.slice(1))
  dispatchEvent(new MessageEvent("message", { data: { type: 0, data: { ...index, options: {} } } }))
  setTimeout(() => {
    state = "ready"
    dispatchEvent(new MessageEvent("message", { data: question }))
  })
})
