"""What stands around an article: lists, comments, menus, copies, overlays, told by marks, shape and neighbours."""
