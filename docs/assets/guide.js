// Cards for terms and citations.
// Without this script every term and citation is a link, and nothing is lost.
(() => {
  const TRIGGER = "article a.term, article a.footnote-ref"
  const PAUSE = 300 // milliseconds, to open and to close by pointer
  const EDGE = 6 // pixels between a card and the edge of the screen, where the browser cannot place it
  const card = Object.assign(document.createElement("div"), { id: "card", className: "card", popover: "manual" })
  let link = null // the one whose card is open
  let timer = 0

  const target = to => document.getElementById(decodeURIComponent(to.hash.slice(1)))
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  // The text of a card is what the page says at its end, or what the glossary says under the heading.
  function contents(of) {
    if (of.classList.contains("footnote-ref")) return noteContents(of)
    const listed = document.querySelector(`.term-list a[href$="${of.hash}"]`)
    if (listed) return [...listed.parentNode.cloneNode(true).childNodes]
    const entry = of.pathname === location.pathname && target(of)
    if (!entry || !entry.nextElementSibling) return null
    const name = entry.cloneNode(true)
    name.querySelectorAll(".headerlink").forEach(mark => mark.remove())
    return [element("a", { className: "term", href: of.hash }, name.textContent), entry.nextElementSibling.textContent]
  }

  function noteContents(of) {
    const note = target(of)
    if (!note) return null
    const copy = note.cloneNode(true)
    copy.querySelectorAll(".footnote-backref").forEach(mark => mark.remove())
    if (!copy.querySelector("a")) copy.append(element("a", { href: of.hash }, "In the list of references"))
    const places = [...note.querySelectorAll(".footnote-backref")].map(target)
    const others = places.filter(place => place && !place.contains(of))
    if (!others.length) return [...copy.childNodes]
    const list = others.map(place => element("li", {}, element("a", { href: "#" + place.id }, sentence(place))))
    return [...copy.childNodes, element("p", {}, "Also behind this on the page:"), element("ul", {}, ...list)]
  }

  // The sentence that a citation closes.
  function sentence(mark) {
    const range = document.createRange()
    range.setStart(mark.closest("li, p, td, th, figcaption, h2, h3") || mark.parentNode, 0)
    range.setEndBefore(mark)
    const words = range.cloneContents()
    words.querySelectorAll("sup").forEach(other => other.remove())
    const last = words.textContent.trim().split(/(?<=[.!?:])\s+/).pop()
    return last.length > 90 ? last.slice(0, 90).replace(/\s\S*$/, " …") : last || "this table"
  }

  function show(next) {
    clearTimeout(timer)
    const text = next === link ? null : contents(next)
    if (!text) return
    hide()
    link = next
    card.replaceChildren(...text)
    card.querySelectorAll("[id]").forEach(copied => copied.removeAttribute("id"))
    link.setAttribute("aria-describedby", "card")
    link.style.anchorName = "--card"
    // Focus scrolls a link into view only after this event, and the card would be carried along off the screen.
    link.scrollIntoView({ block: "nearest", inline: "nearest" })
    link.after(card)
    card.showPopover()
    // Not before the browser has brought a link that got the focus into view.
    requestAnimationFrame(place)
  }

  // For browsers that cannot anchor: below the link, or above it where there is more room.
  function place() {
    if (!link || CSS.supports("position-area: bottom")) return
    const { style } = card
    const at = link.getBoundingClientRect()
    const room = innerHeight - at.bottom
    style.maxHeight = ""
    const below = card.offsetHeight < room || at.top < room
    style.maxHeight = `${below ? room : at.top}px`
    style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - card.offsetWidth - EDGE)) + scrollX}px`
    style.top = `${(below ? at.bottom : at.top - card.offsetHeight) + scrollY}px`
  }

  function hide() {
    clearTimeout(timer)
    if (!link) return
    link.removeAttribute("aria-describedby")
    link.style.anchorName = ""
    link = null
    card.remove()
  }

  const trigger = event => {
    const found = event.target.closest?.(TRIGGER)
    return found && !card.contains(found) && !found.closest(".term-list") ? found : null
  }
  const within = node => link && (link.contains(node) || card.contains(node))
  const later = action => {
    clearTimeout(timer)
    timer = setTimeout(action, PAUSE)
  }

  function cards() {
    const listen = (name, action) => document.addEventListener(name, action, true)
    listen("pointerover", event => {
      if (event.pointerType === "touch") return
      const next = trigger(event)
      if (within(event.target)) clearTimeout(timer)
      else if (next) later(() => show(next))
      else if (link) later(() => within(document.activeElement) || hide())
      else clearTimeout(timer)
    })
    listen("focusin", event => {
      const next = trigger(event)
      if (next && next.matches(":focus-visible")) show(next)
      else if (!within(event.target)) hide()
    })
    listen("keydown", event => {
      if (event.key !== "Escape" || !link) return
      event.stopPropagation()
      if (card.contains(document.activeElement)) link.focus()
      hide()
    })
    let touched = false
    listen("pointerdown", event => {
      touched = event.pointerType === "touch"
      if (!within(event.target)) hide()
    })
    listen("click", event => {
      const next = trigger(event)
      // A first tap opens the card; the entry is one more tap away, inside it. A click by key has no detail.
      if (next && next !== link && touched && event.detail) {
        event.preventDefault()
        show(next)
      } else if (within(event.target) && event.target.closest("a")) setTimeout(hide) // once it is followed
    })
  }

  if (card.showPopover) cards()
})()
