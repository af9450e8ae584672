"""The plan of a week's visits: asked for, accepted, changed and talked over."""
