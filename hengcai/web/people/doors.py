"""Whether a page opens at all; which rows it shows is asked of the queries."""


def open_page(permission, user):
    """Cheaper than entering: the rows a lead reaches are worked out by the page's own query."""
    if not permission.is_held_by(user):
        permission.enter([], user)
