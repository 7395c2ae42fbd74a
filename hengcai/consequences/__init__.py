"""结果应用: what follows from a result (pay, bonus, award, plan, move), with its rule, its evidence and who decided."""
