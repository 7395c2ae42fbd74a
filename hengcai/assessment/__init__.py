"""Questions put to people: questionnaires in versions, surveys that put them to people, what was answered and how it may be shown."""
