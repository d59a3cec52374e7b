"""The trained labellers: what is measured of a block, and how likely it is article, or furniture of some kind."""
