"""Questions: selecting and laying out in time, as pure functions over the model."""
