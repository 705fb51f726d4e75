from pathlib import Path
from apparatus.site import Site
def fix_site(site: Site, root: Path): return []
