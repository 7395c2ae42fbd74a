"""问卷与测评: question sets, forms to fill in, who was asked, what was answered; results never show a small group."""
