"""What runs in the reading child process: any file becomes grids of text. Imports no pandas, so that it starts quickly."""
