from hengcai.base.permissions import Permission


def let_in(permission: Permission, user) -> None:
    """Asked by role alone, as pages do: whom the role reaches is left to the list itself."""
    if not permission.is_held_by(user):
        permission.enter([], user)
