"""What tests run inside a page, by name; each is one function of JavaScript, but for the first."""

from __future__ import annotations

NOTE_VIOLATIONS = """addEventListener("securitypolicyviolation",
    event => console.error("policy: " + event.violatedDirective + " " + event.blockedURI))"""

OPEN_EVERY_CARD = """() => [...document.querySelectorAll("article :is(a.term, a.footnote-ref)")]
    .filter(link => !link.closest(".term-list"))
    .filter(link => {
        link.focus()
        const card = document.querySelector(".card:popover-open")
        return !card || !card.textContent.trim() || link.getAttribute("aria-describedby") !== card.id
    })
    .map(link => link.outerHTML)
"""

LAYOUT_SHIFT = """() => new Promise(resolve => {
    let sum = 0
    const add = list => list.getEntries().forEach(entry => { sum += entry.value })
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true })
    requestAnimationFrame(() => setTimeout(() => resolve(sum)))
})"""

SCROLL_TABLES = """() => [...document.querySelectorAll("article figure:has(table)")]
    .filter(figure => {
        const box = figure.querySelector(".md-typeset__scrollwrap")
        box.scrollLeft = box.scrollWidth
        const left = figure.querySelector("tbody th").getBoundingClientRect().left
        return left < box.getBoundingClientRect().left - 1
    })
    .map(figure => figure.querySelector("figcaption").textContent.trim())
"""

IN_VIEW = """name => {
    const box = document.getElementById(name).getBoundingClientRect()
    if (box.top < 0 || box.top >= window.innerHeight) return false
    const top = document.elementFromPoint(box.left + 2, box.top + Math.min(box.height, 20) / 2)
    return !top.closest("header.md-header, .md-tabs")
}"""

FITS_BESIDE = """async (card, link) => {
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    const box = card.getBoundingClientRect()
    const apart = line => line.right <= box.left + 1 || box.right <= line.left + 1
        || line.bottom <= box.top + 1 || box.bottom <= line.top + 1
    const inside = box.left >= 0 && box.top > -1 && box.right <= innerWidth && box.bottom < innerHeight + 1
    return inside && [...link.getClientRects()].every(apart)
}"""

FOCUS_WHAT_IS_BEFORE = """link => {
    const before = [...document.querySelectorAll("article :is(a[href], input, select, button, summary)")]
        .filter(other => other.checkVisibility({ visibilityProperty: true }))
        .filter(other => other.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING)
    before.at(-1).focus()
}"""
