"""A place for a record, and a record that was begun: the same as the record's own tests have."""

from tests.record.conftest import kept, path

__all__ = ["kept", "path"]
