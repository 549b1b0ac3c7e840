"""Built pages → a site fit to serve: one stylesheet and one script, a security policy, and a careful replacement."""
