"""How far raters of the same contacts agree: shares, kappas, alpha, AC1 and AC2, intraclass correlations."""
