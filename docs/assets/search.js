// The search worker, until the first question: then it fetches the index and becomes the theme's own worker,
// whose file name stands in the fragment of this one's address. Messages have the theme's types: 0 sets up,
// 1 is ready, 2 asks, 3 answers.
let state = ""
let question
const send = postMessage

send({ type: 1 })
addEventListener("message", async event => {
  if (event.data.type !== 2) return
  question = event.data
  if (state === "ready") return
  event.stopImmediatePropagation()
  if (!question.data) return send({ type: 3, data: { items: [] } })
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

postMessage = message => {
  if (message.type === 3) {
    putNamedFirst(message.data.items)
    message.data.items.flat().forEach(shorten)
  }
  send(message)
}

// What goes by the very name that was asked for stands before what merely holds the word: "E2" is estradiol.
function putNamedFirst(pages) {
  for (const sections of pages) {
    const named = sections.find(isNamed)
    if (!named) continue
    named.score = sections[0].score
    sections.splice(0, 0, ...sections.splice(sections.indexOf(named), 1))
    pages.splice(0, 0, ...pages.splice(pages.indexOf(sections), 1))
    return
  }
}

// A title is "Name (another name; a third)", with marks around what was found.
const plain = text => text.replace(/<[^>]*>/g, "").trim().toLowerCase()
const isNamed = section => plain(section.title).split(/ \(|; |\)$/).includes(plain(question.data))

// Of a term's other names, the one that was found is enough, and none where the first was.
function shorten(section) {
  const [name, ...others] = section.title.split(/ \(|; |\)$/)
  if (!section.location.startsWith("glossary/#")) return
  const found = others.find(other => other.includes("<mark"))
  section.title = found && !name.includes("<mark") ? `${name} (${found})` : name
}
