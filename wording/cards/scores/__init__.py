"""Why a customer has a class or a score: the lines that explain it, one file per score."""
