"""辅导: what a published evaluation leads to between two people, and whether it was heard of again; the library of model
and warning cases."""
