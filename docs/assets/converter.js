// Two numbers in; both, and their ratio, in every unit out. The form holds factors, limits and sentences.
// Nothing that is typed leaves the page.
"use strict"
{
  const form = document.querySelector("form.converter")
  const fields = [...form.querySelectorAll("input")]
  const [result] = form.querySelector("output").children
  const rounded = number => number.toLocaleString("en-US", { maximumSignificantDigits: 3, useGrouping: false })
  const say = (sentence, reading) =>
    form.dataset[sentence].replace(/\{(\w+)\}/g, (_, key) => [reading[key]].flat().join(" or "))

  function read(field) {
    const { least, most, low, high } = field.dataset
    const { options, selectedOptions: [unit] } = form.elements[field.name + "-unit"]
    const text = field.value.trim()
    const value = Number(text.replace(",", "."))
    const units = (from, to) =>
      [...options].filter(one => value * one.value >= from && value * one.value <= to).map(one => one.text)
    return {
      ...field.dataset, name: field.labels[0].textContent, text, value, unit: unit.text, amount: value * unit.value,
      possible: units(least, most), usual: units(low, high),
    }
  }

  // Why a number cannot be used; empty if it can.
  function refusal(reading) {
    const { text, possible, unit } = reading
    if (!text) return say("empty", reading)
    // 1,200: over a thousand in one country, little over one in another.
    if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return say("comma", reading)
    if (reading.value <= 0) return say("zero", reading)
    if (!/^\d+([.,]\d+)?$/.test(text)) return say("number", reading)
    if (possible.includes(unit)) return ""
    return say("far", reading) + (possible.length ? say("meant", reading) : "")
  }

  function mark(field, sentence) {
    field.setAttribute("aria-invalid", sentence !== "")
    document.getElementById(field.id + "-fault").textContent = sentence
  }

  form.addEventListener("submit", event => {
    event.preventDefault()
    const readings = fields.map(read)
    const refusals = readings.map(refusal)
    fields.forEach((field, at) => mark(field, refusals[at]))
    const wrong = refusals.findIndex(Boolean)
    result.hidden = wrong >= 0
    if (result.hidden) return fields[wrong].focus()
    const [testosterone, estradiol] = readings.map(reading => reading.amount)
    const amounts = { testosterone, estradiol, ratio: testosterone / estradiol }
    for (const number of result.querySelectorAll("data"))
      number.textContent = rounded(amounts[number.closest("[data-of]").dataset.of] / number.value)
    const odd = readings.filter(({ usual, unit }) => usual.length && !usual.includes(unit))
    result.firstElementChild.textContent = odd.map(reading => say("check", reading)).join(" ")
  })
  // A result goes when its numbers do.
  form.addEventListener("input", () => { result.hidden = true })
  form.addEventListener("reset", () => { result.hidden = true; fields.forEach(field => mark(field, "")) })
  form.hidden = false
}
