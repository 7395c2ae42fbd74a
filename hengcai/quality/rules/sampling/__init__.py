"""Which contacts are heard, with which chance, and by whom: a draw that anybody can repeat from plan, table and seed."""
