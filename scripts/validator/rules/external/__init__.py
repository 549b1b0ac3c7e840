"""What other sites answered, when they were asked."""
