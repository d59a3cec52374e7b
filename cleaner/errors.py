"""What can go wrong in a program or a rule file. Broken data is never raised: it becomes a record with its reason.

CleanerError
├── ProposalRefused   a stage proposed a change to text that does not stand there (a fault of ours)
├── PackError         a language pack or site file that cannot be loaded
├── SchemaError       an unreadable schema, profile or table
└── UsageError        an option or argument that does not fit
"""


class CleanerError(Exception):
    """Root of every error this package raises."""


class ProposalRefused(CleanerError):
    """A stage proposed an edit whose `before` is not what stands in the block."""


class PackError(CleanerError):
    """A pack file says something that cannot be used; the message names file, rule, expectation and mend."""


class SchemaError(CleanerError):
    """A schema or a table that cannot be read or applied; the command line ends with exit code 2."""


class UsageError(CleanerError):
    """An argument that does not fit; the command line ends with exit code 2."""
