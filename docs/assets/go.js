// Sends a reader of an old address on to the part that was asked for; without it, the links stand there.
"use strict"
{
  let id = location.hash.slice(1)
  try {
    id = decodeURIComponent(id)
  } catch {
    // A `%` that is no code stands for itself.
  }
  const asked = id && document.getElementById(id)
  const lead = document.querySelector("a[data-lead]")
  if (asked && "moved" in asked.dataset) location.replace(asked.querySelector("a").href)
  else if (lead) location.replace(id ? lead.href.split("#")[0] + location.hash : lead.href)
}
