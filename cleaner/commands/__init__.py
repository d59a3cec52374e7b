"""The commands, one a module. They turn options into calls and results into words; they decide nothing."""
