"""The core of the guide's tooling: it reads the site, judges it and prepares what templates show.

Sources go in, a frozen model of the site comes out; checks turn the model into findings, views turn it into
what a page shows. Nothing in here knows MkDocs, and only `cli` writes to the terminal. From the sources on:
`syntax`, `model`, `language` and `addresses`; then `checks`, which know neither `publishing` nor `pages`, nor
these them; then `report`, `commands` and `cli`.
"""
