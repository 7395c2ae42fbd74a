"""`hengcai measure …`: each study from a table, with no database; `command` is where the program comes in."""
