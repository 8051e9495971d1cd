"""Events in a text: who did what to whom, when and where."""
