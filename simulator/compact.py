"""JSON without spaces, as it goes over the wire and to disk."""

import json

# One encoder for all: making it anew for each object costs more than the encoding.
compact = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
