"""Pictures of what statements tell, drawn with matplotlib, each on axes that you may give."""

from malirights.faces.plots.matrix import plot_actors
from malirights.faces.plots.periods import plot_counts, plot_statements
from malirights.faces.plots.timeline import plot_events

__all__ = ["plot_actors", "plot_counts", "plot_events", "plot_statements"]
