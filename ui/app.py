"""The web pages' entry: ``streamlit run ui/app.py``, or better ``plansvar ui``."""

import sys
from pathlib import Path

# streamlit puts this folder first on the import path, not the one that holds the packages.
PACKAGES = str(Path(__file__).resolve().parents[1])
if PACKAGES not in sys.path:
    sys.path.append(PACKAGES)

from ui.shell import show  # noqa: E402

show()
