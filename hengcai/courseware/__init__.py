"""SCORM packages (课件包) a centre already owns: taken in, opened apart from everything else, and what they report kept."""
