// What stands around the text: buttons for the theme's openers, no keys of its own, tables for keys, mail about a
// mistake.
// Without this script the menu and the search still open by their labels, and the mail has its section empty.
(() => {
  const SETTLE = 300 // milliseconds until an opened panel stands still and can take the focus

  // The theme opens its menu and its search by labels, which no key reaches. What is open covers the page, so it
  // closes when the focus leaves it.
  for (const button of document.querySelectorAll("[data-opens]")) {
    const box = document.getElementById(button.dataset.opens)
    const panel = document.querySelector(button.dataset.panel)
    const state = () => button.setAttribute("aria-expanded", box.checked)
    button.addEventListener("click", () => box.click())
    box.addEventListener("change", () => {
      state()
      if (box.checked) setTimeout(() => box.checked && panel.querySelector("input, li a").focus(), SETTLE)
      else if (panel.contains(document.activeElement) || document.activeElement === document.body) button.focus()
    })
    addEventListener("keydown", event => {
      if (event.key === "Escape" && box.checked) box.click()
    })
    addEventListener("focusin", event => {
      if (box.checked && event.target !== button && !panel.contains(event.target)) box.click()
    })
    state()
  }

  // The theme acts on single letters anywhere on a page (n, p, s, f and others): WCAG 2.2, 2.1.4.
  addEventListener("keydown", event => {
    const typing = event.target.closest?.("input")
    if (event.key.length === 1 && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation()
  }, true)

  // A table that scrolls is in the reach of keys by its links; one without any needs to be a stop itself.
  const reach = () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap:not(:has(a))")) {
      box.setAttribute("role", "group")
      box.setAttribute("aria-label", "Table")
      box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1
    }
  }
  addEventListener("load", reach)
  addEventListener("resize", reach)

  // A mail takes along the words that the reader marked, and the section that they stand in.
  const mail = document.querySelector("a[data-mail]")
  if (!mail) return
  const empty = mail.href
  const headings = [...document.querySelectorAll("article :is(h2, h3)[id]")]
  const before = node => heading => heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING
  let words = ""
  let section = null
  document.addEventListener("selectionchange", () => {
    const { anchorNode: node, isCollapsed } = getSelection()
    if (isCollapsed || !node.parentElement.closest("article")) return
    words = String(getSelection()).trim()
    section = headings.filter(before(node)).pop()
  })
  mail.addEventListener("click", () => {
    const about = section || headings.find(heading => "#" + heading.id === location.hash)
    const fill = (line, more) => more && encodeURIComponent(line + more)
    mail.href = empty
      .replace("Section%3A%20", asked => (about && fill("Section: ", `${about.firstChild.textContent} (#${about.id})`)) || asked)
      .replace("What%20is%20wrong%3A%0A", asked => fill("What is wrong:\n", words && `“${words}”\n`) || asked)
  })
})()
