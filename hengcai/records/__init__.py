"""结果确认与归档: after publication the interview, the signature, objection or silence, and the record nobody can change unseen."""
