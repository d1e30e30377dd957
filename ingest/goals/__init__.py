"""From a plan's blocks to its goals: what it commits to, with number, direction, deadline and baseline."""
