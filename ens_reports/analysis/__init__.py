"""Pure functions: frames of a view in, frames or frozen results out."""

import warnings

# esda brings tqdm, which warns in a notebook without ipywidgets; nothing here shows its progress bars.
warnings.filterwarnings("ignore", message="IProgress not found")
