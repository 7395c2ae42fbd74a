"""What other packages know that needs, plans and effects rest on."""
